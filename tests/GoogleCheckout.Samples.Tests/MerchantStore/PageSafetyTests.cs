using System.Net;
using System.Reflection;
using MerchantStore.Pages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Data.Sqlite;
using NUnit.Framework;

namespace GoogleCheckout.Samples.MerchantStore;

/// <summary>Pages outside of development: what a browser may do with them, and what a visitor reads after an error. The table of the orders is missing.</summary>
public class PageSafetyTests
{
    private const string FailingPage = "/MyOrder/0123456789abcdef0123456789abcdef";

    private static readonly Type[] Pages = [.. typeof(StatusModel).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(PageModel)) && !type.IsAbstract)];

    private DirectoryInfo _folder = null!;
    private ShopProcess _store = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        _folder = Directory.CreateTempSubdirectory();
        _store = await ShopProcess.StartAsync(_folder, "Production");
        await using var database = SqliteFactory.Instance.CreateDataSource($"Data Source={Path.Combine(_folder.FullName, "shop.db")}");
        await using var rename = database.CreateCommand("ALTER TABLE Orders RENAME TO Gone");
        await rename.ExecuteNonQueryAsync();
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        await _store.DisposeAsync();
        SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }

    [Test]
    public async Task Page_ThatFails_SaysSoWithoutDetails()
    {
        using var visitor = new StoreVisitor(_store.Address);

        await visitor.GoAsync(FailingPage);

        Assert.Multiple(() =>
        {
            Assert.That(visitor.Status, Is.EqualTo(HttpStatusCode.InternalServerError));
            Assert.That(visitor.Text, Does.Contain("Something went wrong").And.Contains("The error is in our log.").And.Contains("Back to the store"));
            Assert.That(visitor.Page, Does.Not.Contain("Exception").And.Not.Contain("no such table").And.Not.Contain("   at "));
        });
        await Eventually.Async(() => Task.FromResult(_store.Output), Does.Contain("no such table: Orders"));
    }

    [TestCase("/", 200)]
    [TestCase("/Cart", 200)]
    [TestCase("/Setup", 200)]
    [TestCase("/Orders", 302)]
    [TestCase("/no-such-page", 404)]
    [TestCase("/admin.css", 200)]
    [TestCase("/checkout/callback", 405)]
    [TestCase(FailingPage, 500)]
    public async Task Response_OfAnyKind_HasThePolicy(string path, int status)
    {
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
        using var response = await http.GetAsync(new Uri(_store.Address, path));

        Assert.Multiple(() =>
        {
            Assert.That((int)response.StatusCode, Is.EqualTo(status));
            Assert.That(response.Headers.TryGetValues("Content-Security-Policy", out var policies) ? string.Join('\n', policies) : null,
                Does.StartWith("default-src 'none'; style-src 'self'").And.Contains("frame-ancestors 'none'").And.Not.Contains("unsafe").And.Not.Contains("script-src"));
            Assert.That(response.Headers.TryGetValues("X-Content-Type-Options", out var options) ? options : [], Is.EqualTo(new[] { "nosniff" }));
        });
    }

    [Test]
    public async Task SetupCode_GuessedOften_IsLimited()
    {
        using var guesser = new StoreVisitor(_store.Address);
        for (var i = 0; i < 10; i++)
        {
            await guesser.GoAsync("/Setup");
            await guesser.PressAsync("Set the password", ("code", $"AAAAA-AAAA{i}"));
            Assert.That(guesser.Text, Does.Contain("The setup code is wrong."));
        }

        await guesser.GoAsync("/Setup");
        await guesser.PressAsync("Set the password", ("code", await _store.SetupCode));

        Assert.That(guesser.Status, Is.EqualTo(HttpStatusCode.TooManyRequests));
    }

    [Test]
    public void Forms_OfAllPages_AreProtectedAgainstOtherSites() => Assert.That(
        Pages.Where(page => page.IsDefined(typeof(IgnoreAntiforgeryTokenAttribute)) && page.GetMethods().Any(method => method.Name.StartsWith("OnPost", StringComparison.Ordinal))), Is.Empty);

    [Test]
    public void Pages_WithAPassword_AreRateLimited() =>
        Assert.That(Pages.Where(page => page.GetCustomAttribute<EnableRateLimitingAttribute>() is not null).Select(page => page.Name), Is.EquivalentTo(new[] { "SignInModel", "SetupModel", "PasswordModel" }));
}
