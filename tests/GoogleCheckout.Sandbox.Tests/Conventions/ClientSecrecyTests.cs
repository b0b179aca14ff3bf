using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.RegularExpressions;
using GoogleCheckout.Carts;
using GoogleCheckout.Orders;
using GoogleCheckout.Reports;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NUnit.Framework;

namespace GoogleCheckout.Sandbox.Conventions;

/// <summary>A full run with all diagnostics: they contain no secret and no buyer data.</summary>
public class ClientSecrecyTests
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
    public async Task FullRun_WithAllDiagnostics_ContainsNoSecret()
    {
        using var recorder = new DiagnosticsRecorder();
        var folder = Directory.CreateTempSubdirectory("secrecy-");
        try
        {
            await using var sandbox = await CheckoutSandbox.StartAsync(new CheckoutSandboxOptions { MerchantId = MerchantId, MerchantKey = MerchantKey, Seed = 1 });
            var certificate = Path.Combine(folder.FullName, "merchant.pfx");
            await File.WriteAllBytesAsync(certificate, sandbox.ClientCertificate.Export(X509ContentType.Pfx, CertificatePassword));

            await using var provider = Provider(recorder, sandbox, certificate);
            await LiveThroughAsync(provider.GetRequiredService<CheckoutClient>(), sandbox, recorder);
            await FailAsync(provider, sandbox, certificate, recorder);
        }
        finally
        {
            folder.Delete(recursive: true);
        }

        Assert.Multiple(() =>
        {
            Assert.That(recorder.Lines.Count(line => line.StartsWith("log: ", StringComparison.Ordinal)), Is.GreaterThan(50));
            Assert.That(recorder.Lines.Count(line => line.StartsWith("activity: GoogleCheckout.Sdk ", StringComparison.Ordinal)), Is.GreaterThan(10));
            Assert.That(recorder.Lines.Count(line => line.StartsWith("measurement: GoogleCheckout.Sdk ", StringComparison.Ordinal)), Is.GreaterThan(10));
            Assert.That(recorder.Lines.Count(line => line.StartsWith("exception: ", StringComparison.Ordinal)), Is.GreaterThan(5));
            Assert.That(recorder.Lines.Count(line => line.StartsWith("document: ", StringComparison.Ordinal)), Is.GreaterThan(10));
            Assert.That(recorder.Lines.Where(TellsASecret), Is.Empty);
        });
    }

    private static async Task LiveThroughAsync(CheckoutClient client, CheckoutSandbox sandbox, DiagnosticsRecorder recorder)
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
        recorder.Add("diagnosis", await client.DiagnoseAsync(cart));
        var redirect = await client.CheckoutAsync(cart);
        var placed = await sandbox.PlaceOrderAsync(redirect, buyer =>
        {
            buyer.BillingAddress = buyer.BillingAddress with { Email = Email };
            buyer.ShippingAddress = buyer.ShippingAddress with { Email = Email };
            buyer.Card = TestCard.PostalCodeMatchesOnly;
        });
        recorder.Add("message", placed);
        await sandbox.AdvanceAsync(TimeSpan.FromMinutes(2));

        var order = placed.GoogleOrderNumber;
        recorder.Add("message", await client.ChargeOrderAsync(order));
        recorder.Add("message", await client.SendBuyerMessageAsync(order, $"Dear {Email}, it is on its way"));
        recorder.Add("message", await client.ShipItemsAsync(new ShipItemsRequest
        {
            GoogleOrderNumber = order,
            ItemShippingInformationList = [new ItemShippingInformation { ItemId = new ItemId { MerchantItemId = "tea" } }],
        }));
        recorder.Add("message", await client.RefundOrderAsync(order, "broken"));
        recorder.Add("message", await client.CancelOrderAsync(order, "broken"));
        recorder.Add("message", await client.ArchiveOrderAsync(order));
        await foreach (var notification in client.GetNotificationHistoryAsync(new NotificationHistoryRequest { OrderNumbers = [order] }))
        {
            recorder.Add("message", notification);
        }

        foreach (var summary in await client.GetOrderSummariesAsync([order]))
        {
            Assert.That((summary.BuyerShippingAddress?.Email, summary.RiskInformation?.PartialCcNumber), Is.EqualTo((Email, "1881")), "the run must contain secrets");
            recorder.Add("message", summary);
            recorder.Add("message", summary.RiskInformation);
            recorder.Add("message", summary.BuyerShippingAddress);
            recorder.Add("message", summary.ShoppingCart);
        }
    }

    private static async Task FailAsync(ServiceProvider provider, CheckoutSandbox sandbox, string certificate, DiagnosticsRecorder recorder)
    {
        var client = provider.GetRequiredService<CheckoutClient>();
        await CatchAsync(recorder, () => client.ChargeOrderAsync("404"));
        await CatchAsync(recorder, () => client.ChargeOrderAsync("404", cancellationToken: new CancellationToken(canceled: true)));
        await CatchAsync(recorder, () => client.RefundOrderAsync("404", string.Empty));
        await CatchAsync(recorder, () => provider.GetRequiredKeyedService<CheckoutClient>("wrong key").HelloAsync());
        await CatchAsync(recorder, () => provider.GetRequiredKeyedService<CheckoutClient>("nobody there").HelloAsync());
        await CatchAsync(recorder, () => provider.GetRequiredKeyedService<CheckoutClient>("wrong password").HelloAsync());
        await CatchAsync(recorder, () => provider.GetRequiredKeyedService<CheckoutClient>("no trust").HelloAsync());
        await CatchAsync(recorder, () =>
        {
            using var faulty = new CheckoutClient(new CheckoutOptions { MerchantId = "x:y", MerchantKey = MerchantKey, ClientCertificatePath = certificate, ClientCertificatePassword = WrongKey });
            return faulty.HelloAsync();
        });
        await CatchAsync(recorder, () => Task.FromResult(CheckoutXml.Parse($"<new-order-notification xmlns='http://checkout.google.com/schema/2' serial-number='1'><buyer-billing-address><email>{Email}</email></buyer-billing-address><google-order-number>1</google-order-number>")));
        await CatchAsync(recorder, () => Task.FromResult(CheckoutXml.Parse($"<risk-information-notification xmlns='http://checkout.google.com/schema/2' serial-number='1'><google-order-number>1</google-order-number><risk-information><eligible-for-protection>{Email}</eligible-for-protection></risk-information></risk-information-notification>")));
        recorder.Add("options", sandbox.CreateOptions());
        recorder.Add("client", client);
    }

    private static ServiceProvider Provider(DiagnosticsRecorder recorder, CheckoutSandbox sandbox, string certificate)
    {
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.ClearProviders().SetMinimumLevel(LogLevel.Trace).AddProvider(recorder));
        services.AddGoogleCheckout(Merchant);
        services.AddGoogleCheckout("wrong key", options => { Merchant(options); options.MerchantKey = WrongKey; });
        services.AddGoogleCheckout("nobody there", options => { Merchant(options); options.Environment = CheckoutEnvironment.ForBaseAddress(new Uri("https://127.0.0.1:1/")); options.RetryQueries = false; });
        services.AddGoogleCheckout("wrong password", options => { Merchant(options); options.ClientCertificatePassword = WrongKey; });
        services.AddGoogleCheckout("no trust", options => { Merchant(options); options.TrustedCertificate = null; options.RetryQueries = false; });
        return services.BuildServiceProvider();

        void Merchant(CheckoutOptions options)
        {
            options.MerchantId = MerchantId;
            options.MerchantKey = MerchantKey;
            options.Environment = CheckoutEnvironment.ForBaseAddress(sandbox.BaseAddress);
            options.TrustedCertificate = sandbox.CertificateAuthority;
            options.ClientCertificatePath = certificate;
            options.ClientCertificatePassword = CertificatePassword;
            options.OnMessage = entry => recorder.Add("document", $"{entry} {entry.Operation} {entry.Endpoint} {entry.Xml}");
        }
    }

    private static async Task CatchAsync(DiagnosticsRecorder recorder, Func<Task> act)
    {
        try
        {
            await act();
            Assert.Fail("This should have failed.");
        }
        catch (Exception e) when (e is not AssertionException)
        {
            recorder.Add("exception", e);
        }
    }

    // The card's four digits count only as a separate number: other numbers may contain them.
    private static bool TellsASecret(string line) =>
        Secrets.Any(secret => line.Contains(secret, StringComparison.OrdinalIgnoreCase)) || Regex.IsMatch(line, @"(?<![0-9])1881(?![0-9])");

    private static string Credentials(string key) => Convert.ToBase64String(Encoding.UTF8.GetBytes($"{MerchantId}:{key}"));
}
