using System.IO.Compression;
using System.Net;
using System.Text;
using GoogleCheckout.Callbacks;
using GoogleCheckout.Carts;
using GoogleCheckout.Client;
using GoogleCheckout.Notifications;
using GoogleCheckout.Sandbox;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;

namespace GoogleCheckout.AspNetCore;

/// <summary>The endpoint behind ASP.NET Core's middleware, and behind middleware that reads the body first.</summary>
public class MiddlewareTests
{
    private static readonly string Document = SampleResponses.Charge("s-1").Replace("</charge-amount-notification>", $"<!-- {new string('a', 5_000)} --></charge-amount-notification>", StringComparison.Ordinal);

    [TestCase("gzip")]
    [TestCase("br")]
    [TestCase("deflate")]
    public async Task RequestDecompression_CompressedNotification_IsReadToItsEnd(string encoding)
    {
        await using var site = await StartWithDecompressionAsync();

        using var response = await site.PostAsync(Compress(Document, encoding), ShopSite.Credentials);

        await response.AssertAcknowledgesAsync("s-1");
    }

    [Test]
    public async Task RequestDecompression_LongerThanTheLimit_Is413()
    {
        await using var site = await StartWithDecompressionAsync();

        using var response = await site.PostAsync(Compress(Document + new string(' ', 1_000_000), "gzip"), ShopSite.Credentials);

        await response.AssertRejectedAsync(HttpStatusCode.RequestEntityTooLarge);
    }

    [TestCase("gzip")]
    [TestCase("br")]
    [TestCase("deflate")]
    public async Task RequestDecompression_BodyIsNotCompressed_Is400(string encoding)
    {
        await using var site = await StartWithDecompressionAsync();
        using var body = Xml(Document);
        body.Headers.ContentEncoding.Add(encoding);

        using var response = await site.PostAsync(body, ShopSite.Credentials);

        await response.AssertRejectedAsync(HttpStatusCode.BadRequest);
        Assert.That(site.Log.GetLines(), Has.Some.StartsWith("Warning 201 "));
    }

    [Test]
    public async Task Middleware_ReadsTheBody_Is400AndSaysSo()
    {
        await using var site = await ShopSite.StartAsync(use: app => app.Use(ReadBodyAsync));

        using var response = await site.PushAsync(SampleResponses.Charge("s-1"));

        await response.AssertRejectedAsync(HttpStatusCode.BadRequest);
        var length = Encoding.UTF8.GetByteCount(SampleResponses.Charge("s-1"));
        Assert.That(site.Log.GetLines(), Has.Some.Contains($"nothing was left of the announced {length} bytes: something before the endpoint read the body"));
    }

    [Test]
    public async Task Middleware_ReadsTheBufferedBody_IsHandled([Values] bool rewinds)
    {
        await using var site = await ShopSite.StartAsync(use: app => app.Use(async (context, next) =>
        {
            context.Request.EnableBuffering();
            await ReadBodyAsync(context, _ => Task.CompletedTask);
            context.Request.Body.Position = rewinds ? 0 : context.Request.Body.Position;
            await next(context);
        }));

        using var response = await site.PushAsync(Document);

        await response.AssertAcknowledgesAsync("s-1");
    }

    [TestCase("form")]
    [TestCase("antiforgery")]
    [TestCase("body")]
    public async Task Middleware_ReadsTheForm_IsTakenFromTheForm(string reads)
    {
        await using var sandbox = await CheckoutSandbox.StartAsync(new CheckoutSandboxOptions { MerchantId = ShopSite.MerchantId, MerchantKey = ShopSite.MerchantKey });
        using var client = sandbox.CreateClient();
        var order = await sandbox.PlaceOrderAsync(await client.CheckoutAsync(CheckoutShoppingCart.Create(new Item { ItemName = "Tea", ItemDescription = "Green", UnitPrice = new Money(5m, "USD"), Quantity = 1 })));
        await using var site = await ShopSite.StartAsync(
            builder =>
            {
                builder.Services.AddGoogleCheckout(sandbox.ApplyWithoutRetries);
                builder.Services.AddAntiforgery();
            },
            use: app => app.Use((context, next) => reads switch
            {
                "form" => ReadFormAsync(context, next),
                "antiforgery" => ValidateAsync(context, next),
                _ => ReadBodyAsync(context, next),
            }));

        using var serialNumber = await site.PostSerialNumberAsync(order.SerialNumber);
        using var nameValue = await site.PostAsync(
            new FormUrlEncodedContent([new("_type", "new-order-notification"), new("buyer-billing-address.contact-name", "Zoë & Söhne + Co."), new("serial-number", order.SerialNumber)]), ShopSite.Credentials);

        if (reads == "body")
        {
            await serialNumber.AssertRejectedAsync(HttpStatusCode.BadRequest);
            await nameValue.AssertRejectedAsync(HttpStatusCode.BadRequest);
            return;
        }

        await serialNumber.AssertAcknowledgesAsync(order.SerialNumber);
        await nameValue.AssertAcknowledgesAsync(order.SerialNumber);
        Assert.That(site.Handled, Has.Count.EqualTo(2));
    }

    [TestCase("/shop/checkout/callback")]
    [TestCase("/checkout/callback")]
    public async Task UsePathBase_WithAndWithoutTheBase_IsHandled(string path)
    {
        await using var site = await ShopSite.StartAsync(use: app =>
        {
            app.UsePathBase("/shop");
            app.UseRouting();
        });
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = Xml(Document) };
        request.Headers.Authorization = ShopSite.Credentials;

        using var response = await site.Service.SendAsync(request);

        await response.AssertAcknowledgesAsync("s-1");
    }

    [TestCase("gzip")]
    [TestCase("br")]
    public async Task ResponseCompression_SenderAcceptsIt_CompressesTheAcknowledgment(string encoding)
    {
        await using var site = await ShopSite.StartAsync(
            builder => builder.Services.AddResponseCompression(options => options.EnableForHttps = true),
            use: app => app.UseResponseCompression());
        using var request = new HttpRequestMessage(HttpMethod.Post, ShopSite.Path) { Content = Xml(Document) };
        request.Headers.Authorization = ShopSite.Credentials;
        request.Headers.AcceptEncoding.ParseAdd(encoding);

        using var response = await site.Service.SendAsync(request);
        await using var decompressed = encoding == "gzip" ? (Stream)new GZipStream(await response.Content.ReadAsStreamAsync(), CompressionMode.Decompress) : new BrotliStream(await response.Content.ReadAsStreamAsync(), CompressionMode.Decompress);

        Assert.That(response.Content.Headers.ContentEncoding, Is.EqualTo(new[] { encoding }));
        Assert.That(CheckoutXml.Parse<NotificationAcknowledgment>(decompressed).SerialNumber, Is.EqualTo("s-1"));
    }

    [TestCase("Transfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFFFFFF\r\n<a")]
    [TestCase("Transfer-Encoding: chunked\r\n\r\n7FFFFFFFFFFFFFFFF\r\n<a")]
    [TestCase("Transfer-Encoding: chunked\r\n\r\nxyz\r\n<a")]
    public async Task Body_ChunksAreWrong_Is400AndNotAnAcknowledgment(string rest)
    {
        await using var site = await ShopSite.StartAsync();
        await using var connection = await site.ConnectAsync();

        await connection.WriteAsync(Encoding.ASCII.GetBytes($"POST {ShopSite.Path} HTTP/1.1\r\nHost: a\r\nAuthorization: {ShopSite.Credentials}\r\nContent-Type: application/xml\r\n{rest}"));
        using var reader = new StreamReader(connection);

        Assert.That(await reader.ReadLineAsync(), Does.StartWith("HTTP/1.1 400 "));
    }

    private static Task<ShopSite> StartWithDecompressionAsync() => ShopSite.StartAsync(
        builder =>
        {
            builder.Services.AddRequestDecompression();
            builder.Services.Configure<CallbackOptions>(options => options.MaxBodyBytes = 100_000);
        },
        use: app => app.UseRequestDecompression());

    private static async Task ReadBodyAsync(HttpContext context, RequestDelegate next)
    {
        await context.Request.Body.CopyToAsync(Stream.Null);
        await next(context);
    }

    private static async Task ReadFormAsync(HttpContext context, RequestDelegate next)
    {
        await context.Request.ReadFormAsync();
        await next(context);
    }

    private static async Task ValidateAsync(HttpContext context, RequestDelegate next)
    {
        Assert.That(await context.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(context), Is.False);
        await next(context);
    }

    private static StringContent Xml(string document) => new(document, Encoding.UTF8, "application/xml");

    private static ByteArrayContent Compress(string document, string encoding)
    {
        using var compressed = new MemoryStream();
        using (Stream compression = encoding switch
        {
            "gzip" => new GZipStream(compressed, CompressionLevel.SmallestSize, leaveOpen: true),
            "br" => new BrotliStream(compressed, CompressionLevel.SmallestSize, leaveOpen: true),
            _ => new ZLibStream(compressed, CompressionLevel.SmallestSize, leaveOpen: true),
        })
        {
            compression.Write(Encoding.UTF8.GetBytes(document));
        }

        var content = new ByteArrayContent(compressed.ToArray());
        content.Headers.ContentType = new("application/xml");
        content.Headers.ContentEncoding.Add(encoding);
        return content;
    }
}
