using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using System.Security.Cryptography.X509Certificates;
using GoogleCheckout.Cli.Commands;
using GoogleCheckout.Sandbox;
using NUnit.Framework;

namespace GoogleCheckout.Cli.Sandbox;

/// <summary>The sandbox as a process: its options, its output and its end.</summary>
public class SandboxCommandTests
{
    [Test]
    public async Task Run_Help_ListsEveryOption()
    {
        var (code, output, _) = await RunAsync("--help");

        Assert.That(code, Is.Zero);
        foreach (var setting in new[] { "--urls", "--merchant-id", "--merchant-key", "--merchant", "--merchants-file", "--require-client-certificate", "--require-signed-carts", "--export-certificates", "--callback-url", "--callback-format", "--callback-trust", "--api-version", "--http", "--pages", "--auto-charge", "--fees", "--review-delay", "--capture-delay", "--account-tax", "--seed", "--data", "--replay", "--quiet", "--verbose", "--help" })
        {
            Assert.That(output, Does.Contain(setting));
        }
    }

    [TestCase("--urls", "--urls requires a value.")]
    [TestCase("--urls http://127.0.0.1:8443", "--urls must be one https URL")]
    [TestCase("--urls https://127.0.0.1:8443/path", "--urls must be one https URL")]
    [TestCase("--urls nonsense", "--urls must be one https URL")]
    [TestCase("--urls https://0.0.0.0:8443", "--urls must be localhost or a loopback address")]
    [TestCase("--urls https://example.com:8443", "--urls must be localhost or a loopback address")]
    [TestCase("--http https://127.0.0.1:8080", "--http must be one http URL")]
    [TestCase("--http http://192.0.2.1:8080", "--http must be localhost or a loopback address")]
    [TestCase("--pages ftp://127.0.0.1:8081", "--pages must be off, or one http or https URL without a path")]
    [TestCase("--pages http://127.0.0.1:8081/path", "--pages must be off, or one http or https URL without a path")]
    [TestCase("--pages http://192.0.2.1:8081", "--pages must be https for an address that other machines can open")]
    [TestCase("--pages https://shop.example:8081", "--pages must have localhost or an IP address of this machine")]
    [TestCase("--pages https://0.0.0.0:8081", "--pages must be one address of this machine")]
    [TestCase("--export-certificates bad\0folder --urls https://127.0.0.1:0 --pages off", "--export-certificates cannot write to")]
    [TestCase("--merchant-id 12345", "--merchant-id must have 10 or 15 digits.")]
    [TestCase("--merchant-key=", "--merchant-key requires a value.")]
    [TestCase("--require-client-certificate perhaps", "--require-client-certificate must be true or false.")]
    [TestCase("--require-signed-carts perhaps", "--require-signed-carts must be true or false.")]
    [TestCase("--callback-url ftp://localhost/callback", "--callback-url must be an absolute https or http URL")]
    [TestCase("--callback-url nonsense", "--callback-url must be an absolute https or http URL")]
    [TestCase("--callback-format html", "--callback-format must be xml, serial-number or name-value.")]
    [TestCase("--callback-trust nowhere.pem", "--callback-trust must be the path of a PEM file with a root certificate, but nowhere.pem cannot be read: ")]
    [TestCase("--api-version 3", "--api-version must be 2.0, 2.2 or 2.5.")]
    [TestCase("--callback-format serial-number --api-version 2.2", "--callback-format with serial numbers requires version 2.5 of the API.")]
    [TestCase("--merchant-id --merchant-key key", "--merchant-id requires a value.")]
    [TestCase("--loud", "--loud is not an option of googlecheckout sandbox.")]
    [TestCase("--quiet --verbose", "--quiet excludes --verbose.")]
    [TestCase("--auto-charge perhaps", "--auto-charge must be true or false.")]
    [TestCase("--fees 0.30", "--fees must be a percentage, and an amount for each charge if there is one")]
    [TestCase("--fees 200%", "--fees.Percentage must be from 0 to 100.")]
    [TestCase("--review-delay 90", "--review-delay must be a time span in days.hours:minutes:seconds")]
    [TestCase("--capture-delay 1:00", "--capture-delay must be a time span in days.hours:minutes:seconds")]
    [TestCase("--account-tax 8%", "--account-tax must be AREA=RATE")]
    [TestCase("--account-tax US-CA=101%", "--account-tax must be AREA=RATE")]
    [TestCase("--seed one", "--seed must be a whole number.")]
    [TestCase("--merchant 12", "--merchant must be the id of a merchant, 10 or 15 digits, or id and key")]
    [TestCase("--merchant 1234567890:", "--merchant must be the id of a merchant")]
    [TestCase("--merchant secret-key", "--merchant must be the id of a merchant")]
    [TestCase("--merchant 1234567890 --merchant 1234567890:key", "--merchant has the id 1234567890 more than once.")]
    [TestCase("--merchants-file nowhere.txt", "--merchants-file must be the path of a file with the merchant's key, but nowhere.txt cannot be read")]
    [TestCase("--data no-such-folder/file --urls https://127.0.0.1:0 --pages off", "The journal no-such-folder/file cannot be opened: ")]
    [TestCase("--replay no-such-file", "The journal no-such-file cannot be opened: ")]
    [TestCase("--merchent-id 1234567890", "--merchent-id is not an option of googlecheckout sandbox. Did you mean --merchant-id?")]
    [TestCase("--callbackurl https://localhost/", "--callbackurl is not an option of googlecheckout sandbox. Did you mean --callback-url?")]
    [TestCase("export-certificates .", "export-certificates is not an argument of googlecheckout sandbox. Did you mean --export-certificates?")]
    public async Task Run_InvalidOption_NamesItAndReturnsTwo(string commandLine, string message)
    {
        var (code, output, error) = await RunAsync(commandLine.Split(' '));

        Assert.That(code, Is.EqualTo(2));
        Assert.That(error, Does.StartWith(message));
        Assert.That(output, Is.Empty);
    }

    [Test]
    public async Task Run_PortInUse_WritesTheErrorAndReturnsTwo()
    {
        await using var other = await CheckoutSandbox.StartAsync();

        var (code, _, error) = await RunAsync("--urls", $"https://127.0.0.1:{other.BaseAddress.Port}", "--pages", "off");

        Assert.That(code, Is.EqualTo(2));
        Assert.That(error, Does.StartWith("The sandbox cannot listen on the address of --urls").And.Contain(other.BaseAddress.Port.ToString(null as IFormatProvider)));
    }

    [Test]
    public async Task Run_ValidOptions_ServesUntilStopped()
    {
        var folder = Path.Combine(TestContext.CurrentContext.WorkDirectory, Guid.NewGuid().ToString("N"));
        using var stop = new CancellationTokenSource();
        using var output = new FlushedWriter();
        using var error = new StringWriter();
        var running = Tool.RunAsync(
            ["sandbox", "--urls", "https://localhost:0", "--pages", "https://localhost:0", "--merchant-id=1234567890", "--merchant-key", "key", "--export-certificates", folder],
            new ToolConsole(TextReader.Null, output, error), stop.Token);
        try
        {
            Assert.That(await Task.WhenAny(output.Flushed, running), Is.SameAs(output.Flushed), error.ToString());
            Assert.That(await HelloAsync(Address(output.ToString()), folder), Is.EqualTo(HttpStatusCode.OK));
        }
        finally
        {
            await stop.CancelAsync();
        }

        Assert.That(await running, Is.Zero);
        Assert.That(output.ToString(), Does.Contain("pages                 https://127.0.0.1:").And.Not.Contain("other machines"));
        Directory.Delete(folder, recursive: true);
    }

    [Test]
    public async Task Run_PagesOnAnAddressOfTheMachine_SaysThatOthersCanOpenThem()
    {
        var address = (await Dns.GetHostAddressesAsync(Dns.GetHostName())).FirstOrDefault(address => address.AddressFamily == AddressFamily.InterNetwork && !IPAddress.IsLoopback(address));
        Assume.That(address, Is.Not.Null, "The machine has only loopback addresses.");
        using var stop = new CancellationTokenSource();
        using var output = new FlushedWriter();
        var running = Tool.RunAsync(["sandbox", "--urls", "https://localhost:0", "--pages", $"https://{address}:0"], new ToolConsole(TextReader.Null, output, TextWriter.Null), stop.Token);

        await Task.WhenAny(output.Flushed, running);
        await stop.CancelAsync();

        Assert.That(await running, Is.Zero);
        Assert.That(output.ToString(), Does.Match($"pages +https://{address}:[0-9]+/ \\(other machines can open them\\)"));
    }

    [TestCase(PosixSignal.SIGINT)]
    [TestCase(PosixSignal.SIGTERM)]
    [Platform(Exclude = "Win", Reason = "Windows knows no such signals")]
    public async Task Process_StopSignal_StopsCleanly(PosixSignal signal)
    {
        await using var process = await SandboxProcess.StartAsync("--urls", "https://127.0.0.1:0", "--http", "http://127.0.0.1:0", "--merchant-id", "1234567890", "--merchant-key", "key");
        using var client = new HttpClient();
        client.DefaultRequestHeaders.Authorization = new("Basic", Convert.ToBase64String("1234567890:key"u8));
        using var content = new StringContent(new Hello().ToXmlString());
        using var response = await client.PostAsync(new Uri(new Uri(process.Told("plain HTTP")), "request/Merchant/1234567890"), content);

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(process.Told("merchant key"), Is.EqualTo("key"));
        Assert.That(await process.StopAsync(signal), Is.Zero);
    }

    [Test]
    public async Task Parse_Callbacks_SetsThem()
    {
        await using var sandbox = await CheckoutSandbox.StartAsync();
        var file = Path.Combine(TestContext.CurrentContext.WorkDirectory, $"{Guid.NewGuid():N}.pem");
        await File.WriteAllTextAsync(file, sandbox.CertificateAuthority.ExportCertificatePem());

        var options = Read(["--callback-url", "https://localhost:5001/callback", "--callback-format=serial-number", "--callback-trust", file]).Options;

        File.Delete(file);
        Assert.That(options.CallbackUrl, Is.EqualTo(new Uri("https://localhost:5001/callback")));
        Assert.That(options.CallbackFormat, Is.EqualTo(CallbackFormat.SerialNumber));
        Assert.That(options.CallbackTrustedCertificate!.Thumbprint, Is.EqualTo(sandbox.CertificateAuthority.Thumbprint));
    }

    [Test]
    public void Parse_SeveralMerchants_ShareTheAccountSettings()
    {
        var options = Read(["--merchant", "1111111111:first", "--merchant", "2222222222", "--merchant=333333333333333:a:b", "--api-version", "2.0", "--auto-charge", "true", "--callback-url", "http://localhost:5000/"]).Options;

        Assert.That((options.MerchantId, options.MerchantKey), Is.EqualTo(("1111111111", "first")));
        Assert.That(options.Merchants.Select(merchant => (merchant.MerchantId, merchant.MerchantKey)), Is.EqualTo(new[] { ("2222222222", null), ("333333333333333", "a:b") }));
        Assert.That(options.Merchants.Select(merchant => (merchant.ApiVersion, merchant.AutoCharge, merchant.CallbackUrl)), Has.All.EqualTo((ApiVersion.Version20, true, new Uri("http://localhost:5000/"))));
    }

    [Test]
    public void Parse_MerchantsFile_AddsToTheFirstMerchant()
    {
        var file = Path.Combine(TestContext.CurrentContext.WorkDirectory, $"{Guid.NewGuid():N}.txt");
        File.WriteAllText(file, "2222222222:second\r\n\n3333333333\n");

        var options = Read(["--merchant-id", "1111111111", "--merchants-file", file]).Options;

        File.Delete(file);
        Assert.That(options.MerchantId, Is.EqualTo("1111111111"));
        Assert.That(options.Merchants.Select(merchant => (merchant.MerchantId, merchant.MerchantKey)), Is.EqualTo(new[] { ("2222222222", "second"), ("3333333333", null) }));
    }

    [Test]
    public async Task Run_SeveralMerchants_PrintsEach()
    {
        var folder = Path.Combine(TestContext.CurrentContext.WorkDirectory, Guid.NewGuid().ToString("N"));
        using var stop = new CancellationTokenSource();
        using var output = new FlushedWriter();
        var running = Tool.RunAsync(
            ["sandbox", "--urls", "https://localhost:0", "--pages", "off", "--merchant", "1111111111:first", "--merchant", "2222222222:second", "--export-certificates", folder],
            new ToolConsole(TextReader.Null, output, TextWriter.Null), stop.Token);
        await Task.WhenAny(output.Flushed, running);
        await stop.CancelAsync();

        Assert.That(await running, Is.Zero);
        Assert.That(output.ToString().ReplaceLineEndings("\n"), Does.Contain("  merchant id           1111111111\n  merchant key          first\n  merchant id           2222222222\n  merchant key          second\n  client certificate"));
        using var certificate = X509CertificateLoader.LoadPkcs12FromFile(Path.Combine(folder, "client-2222222222.pfx"), password: null);
        Assert.That(certificate.Subject, Is.EqualTo("CN=Merchant 2222222222"));
        Directory.Delete(folder, recursive: true);
    }

    [TestCase("2.0", ApiVersion.Version20)]
    [TestCase("2.2", ApiVersion.Version22)]
    [TestCase("2.5", ApiVersion.Version25)]
    public void Parse_ApiVersion_SetsIt(string version, ApiVersion expected) =>
        Assert.That(Read(["--api-version", version]).Options.ApiVersion, Is.EqualTo(expected));

    [Test]
    public void Parse_Account_SetsIt()
    {
        var options = Read(["--auto-charge", "true", "--fees", "2.9%+0.30", "--review-delay", "0:00:05", "--capture-delay", "0:10:00", "--seed", "7", "--account-tax", "US-CA=8.25%+shipping", "--account-tax", "world=5%"]).Options;

        Assert.Multiple(() =>
        {
            Assert.That((options.AutoCharge, options.Seed), Is.EqualTo((true, (int?)7)));
            Assert.That(options.Fees, Is.EqualTo(new SandboxFees { Percentage = 2.9m, Flat = 0.30m }));
            Assert.That((options.ReviewDelay, options.CaptureDelay), Is.EqualTo((TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(10))));
            Assert.That(options.AccountTaxTables!.DefaultTaxTable!.TaxRules.Select(rule => (rule.Rate, rule.TaxArea, rule.ShippingTaxed)), Is.EqualTo(new (decimal?, Area?, bool?)[]
            {
                (0.0825m, Area.USState("CA"), true),
                (0.05m, Area.World, null),
            }));
        });
    }

    [TestCase("2%", 2, 0)]
    [TestCase("0%+1", 0, 1)]
    public void Parse_Fees_HaveTheirParts(string fees, decimal percentage, decimal flat) =>
        Assert.That(Read(["--fees", fees]).Options.Fees, Is.EqualTo(new SandboxFees { Percentage = percentage, Flat = flat }));

    [Test]
    public void Parse_WithoutAccountOptions_KeepsTheDefaults()
    {
        var (options, defaults) = (Read([]).Options, new CheckoutSandboxOptions());

        Assert.That((options.AutoCharge, options.Fees, options.ReviewDelay, options.CaptureDelay, options.AccountTaxTables), Is.EqualTo((defaults.AutoCharge, defaults.Fees, defaults.ReviewDelay, defaults.CaptureDelay, defaults.AccountTaxTables)));
    }

    [TestCase("--http", 8080)]
    [TestCase("--http --merchant-key key", 8080)]
    [TestCase("--http http://localhost:0", 0)]
    [TestCase("--http=http://127.0.0.1:8081", 8081)]
    public void Parse_Http_SetsThePortOrTheDefault(string commandLine, int port)
    {
        Assert.That(Read(commandLine.Split(' ')).Options.HttpEndpoint, Is.EqualTo(new IPEndPoint(IPAddress.Loopback, port)));
    }

    [TestCase("", "127.0.0.1:8081", false)]
    [TestCase("--pages http://localhost:0", "127.0.0.1:0", false)]
    [TestCase("--pages https://localhost:8444", "127.0.0.1:8444", true)]
    [TestCase("--pages https://192.0.2.1:8444", "192.0.2.1:8444", true)]
    [TestCase("--pages off", null, false)]
    public void Parse_Pages_SetsTheEndpointOrTheDefault(string commandLine, string? endpoint, bool useHttps)
    {
        var options = Read(commandLine.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Options;

        Assert.That(options.PagesEndpoint?.ToString(), Is.EqualTo(endpoint));
        Assert.That(options.UseHttpsForPages, Is.EqualTo(useHttps));
    }

    [Test]
    public async Task Run_PortOfThePagesInUse_NamesTheOption()
    {
        await using var other = await CheckoutSandbox.StartAsync(new CheckoutSandboxOptions { PagesEndpoint = new IPEndPoint(IPAddress.Loopback, 0) });

        var (code, _, error) = await RunAsync("--urls", "https://127.0.0.1:0", "--pages", $"http://127.0.0.1:{other.PagesAddress!.Port}");

        Assert.That(code, Is.EqualTo(2));
        Assert.That(error, Does.StartWith("The sandbox cannot listen on the address of --urls or --pages"));
    }

    [Test]
    public void Parse_TrustFileWithoutACertificate_Throws()
    {
        var file = Path.Combine(TestContext.CurrentContext.WorkDirectory, $"{Guid.NewGuid():N}.pem");
        File.WriteAllText(file, "no certificate");

        Assert.That(() => Read(["--callback-trust", file]), Throws.TypeOf<InvalidInputException>().With.Message.Contains(file));
        File.Delete(file);
    }

    private static async Task<HttpStatusCode> HelloAsync(Uri address, string folder)
    {
        using var authority = X509CertificateLoader.LoadCertificateFromFile(Path.Combine(folder, "authority.pem"));
        using var certificate = X509CertificateLoader.LoadPkcs12FromFile(Path.Combine(folder, "client.pfx"), password: null);
        using var pem = X509Certificate2.CreateFromPemFile(Path.Combine(folder, "client.pem"), Path.Combine(folder, "client-key.pem"));
        Assert.That(pem.Thumbprint, Is.EqualTo(certificate.Thumbprint));
        using var client = new HttpClient(new SocketsHttpHandler
        {
            SslOptions = new SslClientAuthenticationOptions
            {
                LocalCertificateSelectionCallback = (_, _, _, _, _) => certificate,
                CertificateChainPolicy = new X509ChainPolicy
                {
                    TrustMode = X509ChainTrustMode.CustomRootTrust,
                    CustomTrustStore = { authority },
                    RevocationMode = X509RevocationMode.NoCheck,
                },
            },
        });
        client.DefaultRequestHeaders.Authorization = new("Basic", Convert.ToBase64String("1234567890:key"u8));
        using var content = new StringContent(new Hello().ToXmlString());
        using var response = await client.PostAsync(new Uri(address, "request/Merchant/1234567890"), content);
        return response.StatusCode;
    }

    private static SandboxSettings Read(string[] args, string? merchantKey = null)
    {
        var command = new SandboxCommand(new ToolConsole(TextReader.Null, TextWriter.Null, TextWriter.Null));
        return command.Read(command.Parse(args), merchantKey);
    }

    private static Uri Address(string output) =>
        new(output.Split('\n').Single(line => line.Contains("address", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[1].Trim());

    private static async Task<(int Code, string Output, string Error)> RunAsync(params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        var code = await Tool.RunAsync(["sandbox", .. args], new ToolConsole(TextReader.Null, output, error), limit.Token);
        return (code, output.ToString(), error.ToString());
    }

    [Test]
    public void Parse_KeyInAFile_IsReadWithoutItsLineBreak()
    {
        var file = Path.Combine(TestContext.CurrentContext.WorkDirectory, "merchant.key");
        File.WriteAllText(file, " key \r\n");

        Assert.Multiple(() =>
        {
            Assert.That(Read(["--merchant-key-file", file], "from the environment").Options.MerchantKey, Is.EqualTo(" key "));
            Assert.That(Read([], "from the environment").Options.MerchantKey, Is.EqualTo("from the environment"));
            Assert.That(Read(["--merchant-key", "given"], "from the environment").Options.MerchantKey, Is.EqualTo("given"));
            Assert.That(Read([], string.Empty).Options.MerchantKey, Is.Null);
            Assert.That(() => Read(["--merchant-key-file", file + ".missing"]), Throws.TypeOf<InvalidInputException>().With.Message.Contains(file + ".missing"));
        });
        File.WriteAllText(file, "\n");
        Assert.That(() => Read(["--merchant-key-file", file]), Throws.TypeOf<InvalidInputException>().With.Message.Contains("is empty"));
    }
}
