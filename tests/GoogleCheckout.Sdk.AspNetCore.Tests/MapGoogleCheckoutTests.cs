using System.Net;
using System.Net.Http.Headers;
using System.Text;
using GoogleCheckout.Notifications;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;

namespace GoogleCheckout.AspNetCore;

public class MapGoogleCheckoutTests
{
    [Test]
    public async Task Push_WithTheRightCredentials_IsHandledAndAcknowledged()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddGoogleCheckout(options =>
        {
            options.MerchantId = "1234567890";
            options.MerchantKey = "key:with:colons";
            options.Environment = CheckoutEnvironment.Sandbox;
        });
        var seen = new List<string>();
        builder.Services.AddSingleton(seen);
        builder.Services.AddNotificationHandler<Remembering>();
        await using var app = builder.Build();
        app.MapGoogleCheckout("/callback");
        await app.StartAsync();

        using var http = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes("1234567890:key:with:colons")));
        using var push = new StringContent("""<?xml version="1.0"?><made-up-notification xmlns="http://checkout.google.com/schema/2" serial-number="s-1"><google-order-number>77</google-order-number></made-up-notification>""", Encoding.UTF8, "application/xml");
        using var answer = await http.PostAsync(new Uri("/callback", UriKind.Relative), push);

        Assert.Multiple(async () =>
        {
            Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK));
            Assert.That(CheckoutXml.Parse<NotificationAcknowledgment>(await answer.Content.ReadAsStreamAsync()).SerialNumber, Is.EqualTo("s-1"));
            Assert.That(seen, Is.EqualTo(new[] { "s-1" }));
        });
    }

    private sealed class Remembering(List<string> seen) : INotificationHandler<Notification>
    {
        public Task HandleAsync(Notification notification, NotificationContext context, CancellationToken cancellationToken = default)
        {
            seen.Add(context.SerialNumber);
            return Task.CompletedTask;
        }
    }
}
