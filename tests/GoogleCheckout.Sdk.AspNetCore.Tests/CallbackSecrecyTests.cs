using System.Net.Http.Headers;
using System.Text;
using System.Text.RegularExpressions;
using GoogleCheckout.Calculations;
using GoogleCheckout.Callbacks;
using GoogleCheckout.Carts;
using GoogleCheckout.Client;
using GoogleCheckout.Notifications;
using GoogleCheckout.Sandbox;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NUnit.Framework;

namespace GoogleCheckout.AspNetCore;

/// <summary>Sends all kinds of callbacks while logs, activities and metrics are recorded: no secret and no data of the buyer appears.</summary>
public class CallbackSecrecyTests
{
    private const string Email = "buyer.in.secret@example.org";
    private const string WrongKey = "another-key-that-is-secret";
    private const string Code = "SECRET-GIFT-CODE";

    private static readonly string[] Secrets = [ShopSite.MerchantKey, WrongKey, Email, Code, ShopSite.Credentials.Parameter!, ShopSite.CreateCredentials(WrongKey).Parameter!, Uri.EscapeDataString(Email)];

    [Test]
    public async Task Callbacks_EveryKind_RecordNoSecret()
    {
        using var recorder = new DiagnosticsRecorder();
        using var certificate = SelfSignedCertificate.Create();
        var objects = new List<object>();
        await using var sandbox = await CheckoutSandbox.StartAsync(new CheckoutSandboxOptions { MerchantId = ShopSite.MerchantId, MerchantKey = ShopSite.MerchantKey, CallbackTrustedCertificate = certificate });
        await using var site = await ShopSite.StartAsync(
            builder =>
            {
                builder.Logging.SetMinimumLevel(LogLevel.Trace).AddProvider(recorder);
                builder.Services.AddMerchantCalculationHandler<NoCalculator>();
                builder.Services.AddGoogleCheckout(sandbox.ApplyWithoutRetries);
            },
            (notification, context, _) =>
            {
                lock (objects)
                {
                    objects.AddRange([notification, context]);
                }

                return notification.SerialNumber == "fails" ? throw new InvalidDataException("The warehouse is closed.") : Task.CompletedTask;
            },
            certificate: certificate);
        sandbox.CallbackUrl = site.CallbackUrl;

        await PlaceAndChargeOrderAsync(sandbox);
        await PostEverythingAsync(site, sandbox.Deliveries[0].Notification);

        objects.ForEach(each => recorder.Add("message", each));
        recorder.Add("credentials", new MerchantCredentials { MerchantId = ShopSite.MerchantId, MerchantKeys = [ShopSite.MerchantKey] });
        recorder.Add("request", new CallbackRequest { Method = "POST", IsHttps = true, Authorization = ShopSite.Credentials.ToString(), Body = Stream.Null });
        recorder.Add("options", new CallbackOptions());
        Assert.Multiple(() =>
        {
            Assert.That(objects.OfType<NewOrderNotification>().First().BuyerShippingAddress?.Email, Is.EqualTo(Email), "the notifications must have contained secrets");
            Assert.That(objects.OfType<RiskInformationNotification>().First().RiskInformation?.PartialCcNumber, Is.EqualTo("1881"));
            Assert.That(recorder.Lines.Count(line => line.StartsWith("log: ", StringComparison.Ordinal) && line.Contains(" GoogleCheckout.Callbacks ", StringComparison.Ordinal)), Is.GreaterThan(12));
            Assert.That(recorder.Lines.Count(line => line.StartsWith("activity: GoogleCheckout.Sdk notification", StringComparison.Ordinal)), Is.GreaterThan(4));
            Assert.That(recorder.Lines.Count(line => line.StartsWith("scope: ", StringComparison.Ordinal) && line.Contains("[OrderNumber, ", StringComparison.Ordinal)), Is.GreaterThan(4));
            Assert.That(recorder.Lines.Where(ContainsSecret), Is.Empty);
        });
    }

    private static async Task PlaceAndChargeOrderAsync(CheckoutSandbox sandbox)
    {
        using var client = sandbox.CreateClient();
        var redirect = await client.CheckoutAsync(new CheckoutShoppingCart
        {
            ShoppingCart = new ShoppingCart
            {
                Items = [new Item { ItemName = "Tea", ItemDescription = "Green", UnitPrice = new Money(20m, "USD"), Quantity = 1 }],
                MerchantPrivateData = PrivateData.FromText($"for {Email}"),
            },
        });
        var placed = await sandbox.PlaceOrderAsync(redirect, buyer =>
        {
            buyer.BillingAddress = buyer.BillingAddress with { Email = Email };
            buyer.ShippingAddress = buyer.ShippingAddress with { Email = Email };
            buyer.Card = TestCard.PostalCodeMatchesOnly;
        });
        await sandbox.AdvanceAsync(TimeSpan.FromMinutes(2));
        await client.ChargeOrderAsync(placed.GoogleOrderNumber);
        await sandbox.DeliverAsync();
    }

    private static async Task PostEverythingAsync(ShopSite site, Notification order)
    {
        var whole = Encoding.UTF8.GetString(order.OriginalXml.Span);
        await PostAsync(site, whole.Remove(whole.Length / 2));
        await PostAsync(site, whole.Replace("new-order-notification", "surprise-notification", StringComparison.Ordinal));
        await PostAsync(site, whole.Replace("new-order-notification", "surprise", StringComparison.Ordinal));
        await PostAsync(site, whole.Replace(">USD", $">{Email}", StringComparison.Ordinal).Replace("<email>", $"<email><{Code}>", StringComparison.Ordinal));
        await PostAsync(site, SampleResponses.Charge("fails"));
        await PostAsync(site, $"<risk-information-notification xmlns='{SampleResponses.Namespace}' serial-number='1'><google-order-number>1</google-order-number><risk-information><buyer-account-age>{Email}</buyer-account-age></risk-information></risk-information-notification>");
        await PostAsync(site, SampleResponses.Error(Email));
        await PostAsync(site, $"<charge-order xmlns='{SampleResponses.Namespace}' google-order-number='{Email}'/>");
        await PostAsync(site, $"<merchant-calculation-callback xmlns='{SampleResponses.Namespace}' serial-number='1'><buyer-language>en_US</buyer-language><shopping-cart><items/></shopping-cart><calculate><tax>true</tax>"
            + $"<addresses><anonymous-address id='1'><city>{Email}</city></anonymous-address></addresses><merchant-code-strings><merchant-code-string code='{Code}'/></merchant-code-strings></calculate></merchant-calculation-callback>");
        await PostAsync(site, whole, ShopSite.CreateCredentials(WrongKey));
        await PostAsync(site, whole, new AuthenticationHeaderValue("Bearer", WrongKey));
        await PostFormAsync(site, $"_type=new-order-notification&buyer-billing-address.email={Uri.EscapeDataString(Email)}");
        await PostFormAsync(site, $"serial-number={Uri.EscapeDataString(Email)}");
        await PostFormAsync(site, $"serial-number=forged&email={Uri.EscapeDataString(Email)}");
    }

    private static async Task PostAsync(ShopSite site, string document, AuthenticationHeaderValue? credentials = null)
    {
        using var response = await site.PostAsync(new StringContent(document, Encoding.UTF8, "application/xml"), credentials ?? ShopSite.Credentials);
    }

    private static async Task PostFormAsync(ShopSite site, string form)
    {
        using var response = await site.PostAsync(new StringContent(form, Encoding.UTF8, "application/x-www-form-urlencoded"), credentials: null);
    }

    // The last four digits of the card count only as a separate number: they may be part of another number.
    private static bool ContainsSecret(string line) =>
        Secrets.Any(secret => line.Contains(secret, StringComparison.OrdinalIgnoreCase)) || Regex.IsMatch(line, @"(?<![0-9])1881(?![0-9])");

    private sealed class NoCalculator : IMerchantCalculationHandler
    {
        public Task<MerchantCalculationResults> CalculateAsync(MerchantCalculationCallback callback, CancellationToken cancellationToken) =>
            Task.FromResult(new MerchantCalculationResults { Results = [] });
    }
}
