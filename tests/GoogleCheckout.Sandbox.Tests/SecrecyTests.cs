using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.RegularExpressions;
using GoogleCheckout.Carts;
using GoogleCheckout.Orders;
using GoogleCheckout.Reports;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NUnit.Framework;

namespace GoogleCheckout.Sandbox;

/// <summary>A full run with everything listening: no secret and nothing of the buyer's comes out.</summary>
public class SecrecyTests
{
    private const string MerchantId = "123456789012345";
    private const string MerchantKey = "the+merchant/key&that-is-secret";
    private const string WrongKey = "another-key-that-is-secret";
    private const string CertificatePassword = "certificate password that is secret";
    private const string Email = "buyer.in.secret@example.org";

    private static readonly string[] Secrets =
    [
        MerchantKey, WrongKey, CertificatePassword, Email,
        Credentials(MerchantKey), Credentials(WrongKey),
        Uri.EscapeDataString(MerchantKey), Uri.EscapeDataString(Email),
    ];

    [Test]
    public async Task FullRun_WithEverythingListening_LetsNoSecretOut()
    {
        using var emissions = new Emissions();
        var folder = Directory.CreateTempSubdirectory("secrecy-");
        try
        {
            await using var sandbox = await CheckoutSandbox.StartAsync(new CheckoutSandboxOptions { MerchantId = MerchantId, MerchantKey = MerchantKey, Seed = 1 });
            var certificate = Path.Combine(folder.FullName, "merchant.pfx");
            await File.WriteAllBytesAsync(certificate, sandbox.ClientCertificate.Export(X509ContentType.Pfx, CertificatePassword));

            await using var provider = Provider(emissions, sandbox, certificate);
            await LiveThroughAsync(provider.GetRequiredService<CheckoutClient>(), sandbox, emissions);
            await FailAsync(provider, sandbox, certificate, emissions);
        }
        finally
        {
            folder.Delete(recursive: true);
        }

        Assert.Multiple(() =>
        {
            Assert.That(emissions.Lines.Count(line => line.StartsWith("log: ", StringComparison.Ordinal)), Is.GreaterThan(50));
            Assert.That(emissions.Lines.Count(line => line.StartsWith("activity: GoogleCheckout.Sdk ", StringComparison.Ordinal)), Is.GreaterThan(10));
            Assert.That(emissions.Lines.Count(line => line.StartsWith("measurement: GoogleCheckout.Sdk ", StringComparison.Ordinal)), Is.GreaterThan(10));
            Assert.That(emissions.Lines.Count(line => line.StartsWith("exception: ", StringComparison.Ordinal)), Is.GreaterThan(5));
            Assert.That(emissions.Lines.Count(line => line.StartsWith("document: ", StringComparison.Ordinal)), Is.GreaterThan(10));
            Assert.That(emissions.Lines.Where(TellsASecret), Is.Empty);
        });
    }

    private static async Task LiveThroughAsync(CheckoutClient client, CheckoutSandbox sandbox, Emissions emissions)
    {
        await client.HelloAsync();
        var cart = new CheckoutShoppingCart
        {
            ShoppingCart = new ShoppingCart
            {
                Items = [new Item { ItemName = "Tea", ItemDescription = "Green", UnitPrice = new Money(20m, "USD"), Quantity = 1, MerchantItemId = "tea" }],
                MerchantPrivateData = PrivateData.FromText($"for {Email}"),
            },
        };
        emissions.Add("diagnosis", await client.DiagnoseAsync(cart));
        var redirect = await client.CheckoutAsync(cart);
        var placed = await sandbox.PlaceOrderAsync(redirect, buyer =>
        {
            buyer.BillingAddress = buyer.BillingAddress with { Email = Email };
            buyer.ShippingAddress = buyer.ShippingAddress with { Email = Email };
            buyer.Card = TestCard.PostalCodeMatchesOnly;
        });
        emissions.Add("message", placed);
        await sandbox.AdvanceAsync(TimeSpan.FromMinutes(2));

        var order = placed.GoogleOrderNumber;
        emissions.Add("message", await client.ChargeOrderAsync(order));
        emissions.Add("message", await client.SendBuyerMessageAsync(order, $"Dear {Email}, it is on its way"));
        emissions.Add("message", await client.ShipItemsAsync(new ShipItemsRequest
        {
            GoogleOrderNumber = order,
            ItemShippingInformationList = [new ItemShippingInformation { ItemId = new ItemId { MerchantItemId = "tea" } }],
        }));
        emissions.Add("message", await client.RefundOrderAsync(order, "broken"));
        emissions.Add("message", await client.CancelOrderAsync(order, "broken"));
        emissions.Add("message", await client.ArchiveOrderAsync(order));
        await foreach (var notification in client.GetNotificationHistoryAsync(new NotificationHistoryRequest { OrderNumbers = [order] }))
        {
            emissions.Add("message", notification);
        }

        foreach (var summary in await client.GetOrderSummariesAsync([order]))
        {
            Assert.That((summary.BuyerShippingAddress?.Email, summary.RiskInformation?.PartialCcNumber), Is.EqualTo((Email, "1881")), "the run must have had secrets to tell");
            emissions.Add("message", summary);
            emissions.Add("message", summary.RiskInformation);
            emissions.Add("message", summary.BuyerShippingAddress);
            emissions.Add("message", summary.ShoppingCart);
        }
    }

    private static async Task FailAsync(ServiceProvider provider, CheckoutSandbox sandbox, string certificate, Emissions emissions)
    {
        var client = provider.GetRequiredService<CheckoutClient>();
        await CatchAsync(emissions, () => client.ChargeOrderAsync("404"));
        await CatchAsync(emissions, () => client.ChargeOrderAsync("404", cancellationToken: new CancellationToken(canceled: true)));
        await CatchAsync(emissions, () => client.RefundOrderAsync("404", string.Empty));
        await CatchAsync(emissions, () => provider.GetRequiredKeyedService<CheckoutClient>("wrong key").HelloAsync());
        await CatchAsync(emissions, () => provider.GetRequiredKeyedService<CheckoutClient>("nobody there").HelloAsync());
        await CatchAsync(emissions, () => provider.GetRequiredKeyedService<CheckoutClient>("wrong password").HelloAsync());
        await CatchAsync(emissions, () => provider.GetRequiredKeyedService<CheckoutClient>("no trust").HelloAsync());
        await CatchAsync(emissions, () =>
        {
            using var faulty = new CheckoutClient(new CheckoutOptions { MerchantId = "x:y", MerchantKey = MerchantKey, ClientCertificatePath = certificate, ClientCertificatePassword = WrongKey });
            return faulty.HelloAsync();
        });
        await CatchAsync(emissions, () => Task.FromResult(CheckoutXml.Parse($"<new-order-notification xmlns='http://checkout.google.com/schema/2' serial-number='1'><buyer-billing-address><email>{Email}</email></buyer-billing-address><google-order-number>1</google-order-number>")));
        await CatchAsync(emissions, () => Task.FromResult(CheckoutXml.Parse($"<risk-information-notification xmlns='http://checkout.google.com/schema/2' serial-number='1'><google-order-number>1</google-order-number><risk-information><buyer-account-age>{Email}</buyer-account-age></risk-information></risk-information-notification>")));
        emissions.Add("options", sandbox.CreateOptions());
        emissions.Add("client", client);
    }

    private static ServiceProvider Provider(Emissions emissions, CheckoutSandbox sandbox, string certificate)
    {
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.ClearProviders().SetMinimumLevel(LogLevel.Trace).AddProvider(emissions));
        services.AddGoogleCheckout(Merchant);
        services.AddGoogleCheckout("wrong key", options => { Merchant(options); options.MerchantKey = WrongKey; });
        services.AddGoogleCheckout("nobody there", options => { Merchant(options); options.Environment = CheckoutEnvironment.At(new Uri("https://127.0.0.1:1/")); options.RetryReads = false; });
        services.AddGoogleCheckout("wrong password", options => { Merchant(options); options.ClientCertificatePassword = WrongKey; });
        services.AddGoogleCheckout("no trust", options => { Merchant(options); options.TrustedCertificate = null; options.RetryReads = false; });
        return services.BuildServiceProvider();

        void Merchant(CheckoutOptions options)
        {
            options.MerchantId = MerchantId;
            options.MerchantKey = MerchantKey;
            options.Environment = CheckoutEnvironment.At(sandbox.BaseAddress);
            options.TrustedCertificate = sandbox.CertificateAuthority;
            options.ClientCertificatePath = certificate;
            options.ClientCertificatePassword = CertificatePassword;
            options.MessageLog = entry => emissions.Add("document", $"{entry} {entry.Operation} {entry.Endpoint} {entry.Xml}");
        }
    }

    private static async Task CatchAsync(Emissions emissions, Func<Task> act)
    {
        try
        {
            await act();
            Assert.Fail("This should have failed.");
        }
        catch (Exception e) when (e is not AssertionException)
        {
            emissions.Add("exception", e);
        }
    }

    // The card's four digits count only by themselves: they may well be a part of a number.
    private static bool TellsASecret(string line) =>
        Secrets.Any(secret => line.Contains(secret, StringComparison.OrdinalIgnoreCase)) || Regex.IsMatch(line, @"(?<![0-9])1881(?![0-9])");

    private static string Credentials(string key) => Convert.ToBase64String(Encoding.UTF8.GetBytes($"{MerchantId}:{key}"));
}
