using System.Net.Http.Headers;
using System.Text;
using GoogleCheckout.Carts;
using GoogleCheckout.Sandbox;
using NUnit.Framework;

namespace GoogleCheckout.Samples.MerchantStore;

/// <summary>The settings page of a store that starts without an account, outside of development.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
[Parallelizable(ParallelScope.All)]
public sealed class SettingsPageTests : IAsyncDisposable
{
    private const string Password = "correct horse battery";

    private DirectoryInfo _folder = null!;
    private CheckoutSandbox _sandbox = null!;
    private StoreInProcess _store = null!;
    private StoreVisitor _owner = null!;

    [SetUp]
    public async Task StartAsync()
    {
        _folder = Directory.CreateTempSubdirectory();
        _sandbox = await CheckoutSandbox.StartAsync(new CheckoutSandboxOptions { RequireClientCertificate = false });
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "authority.pem"), _sandbox.CertificateAuthority.ExportCertificatePem());
        await RestartAsync();
        await _owner.GoAsync("/Setup");
        await _owner.PressAsync("Set the password", ("code", await _store.SetupCode), ("password", Password), ("repeated", Password));
        await _owner.GoAsync("/Settings");
    }

    public async ValueTask DisposeAsync()
    {
        _owner.Dispose();
        await _store.DisposeAsync();
        await _sandbox.DisposeAsync();
        _folder.Delete(recursive: true);
        GC.SuppressFinalize(this);
    }

    [Test]
    public async Task Store_WithoutAccount_StartsAndSaysSo()
    {
        Assert.That(_owner.Text, Does.Contain("The store has no account at Google Checkout yet"));

        await _owner.PressAsync("Test the account");

        Assert.That(_owner.Text, Does.Contain("There is no usable response."));
    }

    [Test]
    public async Task Account_Saved_IsUsedAtOnceAndAfterARestart()
    {
        await SaveAccountAsync();
        Assert.That(_owner.Text, Does.Contain("The settings are saved.").And.Contains("A key is stored, encrypted."));
        await _owner.PressAsync("Test the account");
        Assert.That(_owner.Text, Does.Contain("Google Checkout accepts the account."));

        await RestartAsync();
        await SignInAsync();
        await _owner.PressAsync("Test the account");
        Assert.That(_owner.Text, Does.Contain("Google Checkout accepts the account."));

        await _owner.GoAsync("/");
        await _owner.PressAsync("Add Teapot to the cart");
        await _owner.PressAsync("Checkout with Google");
        Assert.That(_sandbox.Requests.Select(request => request.Message), Has.One.InstanceOf<CheckoutShoppingCart>());
    }

    [Test]
    public async Task MerchantKey_Saved_IsNeitherShownNorStoredReadable()
    {
        await SaveAccountAsync();
        await _owner.PressAsync("Save the settings", ("OrderPrefix", "K-"));

        Assert.That(_owner.Page, Does.Contain("K-").And.Not.Contain(_sandbox.MerchantKey));
        Assert.That(_store.Output, Does.Not.Contain(_sandbox.MerchantKey));
        foreach (var file in _folder.EnumerateFiles("*", SearchOption.AllDirectories))
        {
            await using var stream = file.Open(FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var reader = new StreamReader(stream, Encoding.Latin1);
            Assert.That(await reader.ReadToEndAsync(), Does.Not.Contain(_sandbox.MerchantKey), file.Name);
        }

        await _owner.PressAsync("Test the account");
        Assert.That(_owner.Text, Does.Contain("Google Checkout accepts the account."), "an empty field keeps the key");
    }

    [Test]
    public async Task MerchantKey_KeysOfTheEncryptionLost_IsAskedForAgain()
    {
        await SaveAccountAsync();
        await RestartAsync(("KeysFolder", Path.Combine(_folder.FullName, "other")));
        await SignInAsync();

        Assert.That(_owner.Text, Does.Contain("A stored merchant key cannot be decrypted"));
        await SaveAccountAsync();
        Assert.That(_owner.Text, Does.Not.Contain("cannot be decrypted"));
    }

    [Test]
    public async Task AccountTest_OfTheAccountInUse_SaysWhatIsWrong()
    {
        await SaveAccountAsync(key: "wrong-key");

        await _owner.PressAsync("Test the account");

        Assert.That(_owner.Text, Does.Contain("Google Checkout does not accept the merchant ID or the key."));
    }

    [Test]
    public async Task AccountTest_OfTheAccountNotOn_UsesItsIdAndKey()
    {
        await _owner.PressAsync(
            "Save the settings",
            ("Accounts:On", "Test"),
            ("Accounts:Live:MerchantId", _sandbox.MerchantId),
            ("Accounts:Live:Environment", _sandbox.BaseAddress.ToString()),
            ("Accounts:Live:MerchantKey", _sandbox.MerchantKey));
        Assert.That(_owner.Page, Does.Not.Contain("Test the test account"), "it has no key");
        await _owner.PressAsync("Test the live account");
        Assert.That(_owner.Text, Does.Contain("Google Checkout accepts the live account."));

        await _owner.PressAsync("Save the settings", ("Accounts:Live:MerchantKey", "wrong-key"));
        await _owner.PressAsync("Test the live account");
        Assert.That(_owner.Text, Does.Contain("The live account: Google Checkout does not accept the merchant ID or the key."));
    }

    [Test]
    public async Task MerchantKey_Changed_FormerIsAcceptedForNotificationsUntilItIsRefused()
    {
        await SaveAccountAsync();
        await SaveAccountAsync("next-key");
        Assert.That(_owner.Text, Does.Contain("The former key is accepted for notifications until"));
        Assert.That((await PostAsync(_sandbox.MerchantKey), await PostAsync("next-key"), await PostAsync("any-key")), Is.EqualTo((200, 200, 401)));

        await _owner.PressAsync("Save the settings", ("Accounts:Test:RefuseFormerKey", "true"));

        Assert.That(_owner.Text, Does.Not.Contain("The former key is accepted for notifications until"));
        Assert.That((await PostAsync(_sandbox.MerchantKey), await PostAsync("next-key")), Is.EqualTo((401, 200)));
    }

    [Test]
    public async Task CallbackTest_OfAUrl_SaysWhatIsWrong()
    {
        await SaveAccountAsync();
        foreach (var (url, words) in new[]
        {
            ("/checkout/callback", "The callback URL works"),
            ("/elsewhere", "The response is 404"),
            ("/Orders", "The response is 302, a redirect"),
            ("/", "The response is 400"),
            ("http://127.0.0.1:1/", "No connection to 127.0.0.1:1."),
            ("http://no-such-host.invalid/", "The name no-such-host.invalid is not known."),
            ("ftp://example.com/", "Enter the whole URL"),
        })
        {
            await _owner.PressAsync("Test the callback", ("url", new Uri(_store.Address, url).ToString()));

            Assert.That(_owner.Text, Does.Contain(words));
        }
    }

    [Test]
    public async Task Value_Unfit_IsNotSavedAndStaysInTheForm()
    {
        foreach (var (key, value, words) in new[]
        {
            ("Accounts:Test:MerchantId", "12a", "Merchant ID must be a number"),
            ("Accounts:Live:Environment", "http://example.com/", "Service must be Production, Sandbox, or an https address"),
            ("OrderPrefix", "T 1", "Order number prefix must have at most 10 letters"),
            ("Charge:MaxAmount", "1,000", "Highest amount must be an amount"),
            ("Charge:MinBuyerAccountAge", "-1", "must be a whole number"),
            ("Currency", "EUR", "Currency must be one of USD, GBP"),
            ("ShopStatus:CHARGED", "Paid", "Charged must be one of New, Queued"),
            ("Mail:Shop", "nobody", "Address of the shop must be an e-mail address"),
            ("Mail:Folder", "wwwroot/mails", "Folder must not be in wwwroot"),
            ("MessageLog:KeptDays", "a month", "Days to keep a message must be a whole number"),
        })
        {
            await _owner.PressAsync("Save the settings", (key, value));

            Assert.That(_owner.Text, Does.Contain(words).And.Contains("Nothing was saved."));
            await _owner.GoAsync("/Settings");
            Assert.That(_owner.Page, Does.Not.Contain($"value=\"{value}\""), key);
        }
    }

    [Test]
    public async Task Setting_InTheConfiguration_WinsAndIsShownSo()
    {
        await _owner.PressAsync("Save the settings", ("OrderPrefix", "K-"));
        await RestartAsync(("OrderPrefix", "C-"), ("GoogleCheckout:MerchantId", _sandbox.MerchantId), ("GoogleCheckout:MerchantKey", _sandbox.MerchantKey), ("GoogleCheckout:Environment", _sandbox.BaseAddress.ToString()));
        await SignInAsync();

        Assert.That(_owner.Text, Does.Contain($"names the merchant {_sandbox.MerchantId}. It wins over the accounts below.").And.Contains("Set by the configuration, which wins."));
        Assert.That(_owner.Page, Does.Contain("value=\"C-\"").And.Not.Contain("value=\"K-\"").And.Not.Contain(_sandbox.MerchantKey));
        await _owner.PressAsync("Test the account");
        Assert.That(_owner.Text, Does.Contain("Google Checkout accepts the account."));
    }

    private async Task RestartAsync(params (string Name, string Value)[] settings)
    {
        await (_store is null ? ValueTask.CompletedTask : _store.DisposeAsync());
        _owner?.Dispose();
        _store = await StoreInProcess.StartAsync(_folder, "Production",
        [
            ("GoogleCheckout:TrustedCertificate", Path.Combine(_folder.FullName, "authority.pem")),
            .. settings,
        ]);
        _owner = new StoreVisitor(_store.Address);
    }

    /// <summary>Posts a message to the callback URL with a key.</summary>
    /// <returns>The status of the response.</returns>
    private async Task<int> PostAsync(string key)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(_store.Address, "/checkout/callback"))
        {
            Content = new StringContent(new RequestReceivedResponse { SerialNumber = "posted" }.ToXmlString(), Encoding.UTF8, "application/xml"),
            Headers = { Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{_sandbox.MerchantId}:{key}"))) },
        };
        using var response = await http.SendAsync(request);
        return (int)response.StatusCode;
    }

    private async Task SignInAsync()
    {
        await _owner.GoAsync("/Settings");
        await _owner.PressAsync("Sign in", ("password", Password));
    }

    private Task SaveAccountAsync(string? key = null) => _owner.PressAsync(
        "Save the settings",
        ("Accounts:On", "Test"),
        ("Accounts:Test:MerchantId", _sandbox.MerchantId),
        ("Accounts:Test:Environment", _sandbox.BaseAddress.ToString()),
        ("Accounts:Test:MerchantKey", key ?? _sandbox.MerchantKey));
}
