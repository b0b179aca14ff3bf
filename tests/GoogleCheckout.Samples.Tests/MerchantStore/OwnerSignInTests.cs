using System.Net;
using NUnit.Framework;

namespace GoogleCheckout.Samples.MerchantStore;

/// <summary>The password that the owner sets at the first start, and who is signed in with it.</summary>
public sealed class OwnerSignInTests : MerchantStoreTestBase
{
    private const string NewPassword = "four words to keep";

    [Test]
    public async Task Setup_FirstStart_SetsThePasswordWithTheCodeOfTheLog()
    {
        await Browser.GoAsync("/Orders");
        Assert.That(Browser.Address.AbsolutePath, Is.EqualTo("/Setup"));

        await SetUpAsync(Browser);

        Assert.That(Browser.Address.AbsolutePath, Is.EqualTo("/Orders"));
        Assert.That(Browser.Text, Does.Contain("The password is set, and you are signed in."));
    }

    [TestCase("AAAAA-AAAAA", OwnerPassword, OwnerPassword, "The setup code is wrong.")]
    [TestCase("", OwnerPassword, OwnerPassword, "The setup code is wrong.")]
    [TestCase(null, "short", "short", "at least 12 characters")]
    [TestCase(null, OwnerPassword, "correct horse saddle", "The two passwords are not the same.")]
    public async Task Setup_CodeWrongOrPasswordUnfit_SetsNoPassword(string? code, string password, string repeated, string words)
    {
        await Browser.GoAsync("/Setup");
        await Browser.PressAsync("Set the password", ("code", code ?? await Store.SetupCode), ("password", password), ("repeated", repeated));

        Assert.That(Browser.Text, Does.Contain(words));
        await Browser.GoAsync("/Orders");
        Assert.That(Browser.Address.AbsolutePath, Is.EqualTo("/Setup"));
    }

    [Test]
    public async Task Setup_PasswordIsSet_CannotBeSetAgain()
    {
        using var late = new StoreVisitor(Store.Address);
        await late.GoAsync("/Setup");
        var form = late.FormOf("Set the password", ("code", await Store.SetupCode), ("password", NewPassword), ("repeated", NewPassword));
        await SetUpAsync(Browser);

        await late.SendAsync(form);
        Assert.That(late.Address.AbsolutePath, Is.EqualTo("/SignIn"));
        await late.PressAsync("Sign in", ("password", NewPassword));
        Assert.That(late.Text, Does.Contain("The password is wrong."));

        await RestartAsync();
        await Browser.GoAsync("/Setup");
        Assert.That(Browser.Address.AbsolutePath, Is.EqualTo("/SignIn"));
        Assert.That(Store.Output, Does.Not.Contain("The setup code is"));
    }

    [TestCase("/Orders")]
    [TestCase("/Orders/841171949013218")]
    [TestCase("/Settings/Password")]
    public async Task OwnersPage_NotSignedIn_IsNotShown(string path)
    {
        await SetUpAsync(Browser);
        using var stranger = new StoreVisitor(Store.Address);

        await stranger.GoAsync(path);
        Assert.That(stranger.Address.AbsolutePath, Is.EqualTo("/SignIn"));

        await stranger.PressAsync("Sign in", ("password", "teapot"));
        Assert.That(stranger.Text, Does.Contain("The password is wrong."));

        await stranger.GoAsync(path);
        Assert.That(stranger.Address.AbsolutePath, Is.EqualTo("/SignIn"));
    }

    [Test]
    public async Task SignIn_ReturnAddressOfAnotherSite_LeadsToTheOrders()
    {
        await SetUpAsync(Browser);
        using var owner = new StoreVisitor(Store.Address);
        await owner.GoAsync("/SignIn?returnUrl=https%3A%2F%2Fexample.com%2F");

        await owner.PressAsync("Sign in", ("password", OwnerPassword));

        Assert.That(owner.Address, Is.EqualTo(new Uri(Store.Address, "/Orders")));
    }

    [Test]
    public async Task SignIn_PageOpenedOften_DoesNotLockTheOwnerOut()
    {
        await SetUpAsync(Browser);
        using var neighbor = new StoreVisitor(Store.Address);
        for (var i = 0; i < 30; i++)
        {
            await neighbor.GoAsync("/SignIn");
            Assert.That(neighbor.Status, Is.EqualTo(HttpStatusCode.OK));
        }

        await neighbor.PressAsync("Sign in", ("password", OwnerPassword));

        Assert.That(neighbor.Address.AbsolutePath, Is.EqualTo("/Orders"));
    }

    [Test]
    public async Task SignIn_ManyPasswords_IsLimitedAndSaysSo()
    {
        await SetUpAsync(Browser);
        using var guesser = new StoreVisitor(Store.Address);
        for (var i = 0; i < 10; i++)
        {
            await guesser.GoAsync("/SignIn");
            await guesser.PressAsync("Sign in", ("password", $"{i}"));
        }

        await guesser.GoAsync("/SignIn");
        await guesser.PressAsync("Sign in", ("password", OwnerPassword));

        Assert.That(guesser.Status, Is.EqualTo(HttpStatusCode.TooManyRequests));
        Assert.That(guesser.Text, Does.Contain("Too many attempts").And.Contains("Wait a minute"));
    }

    [Test]
    public async Task SignOut_CopiedCookie_IsOfNoUse()
    {
        await SignInAsync();
        using var thief = new StoreVisitor(Store.Address);
        thief.Cookies.Add(Browser.Cookies.GetCookies(Store.Address));
        await thief.GoAsync("/Orders");
        Assert.That(thief.Address.AbsolutePath, Is.EqualTo("/Orders"));

        await Browser.PressAsync("Sign out");
        await thief.GoAsync("/Orders");

        Assert.That(thief.Address.AbsolutePath, Is.EqualTo("/SignIn"));
    }

    [Test]
    public async Task ChangePassword_SignsOutEveryOtherBrowser()
    {
        await SignInAsync();
        using var other = new StoreVisitor(Store.Address);
        other.Cookies.Add(Browser.Cookies.GetCookies(Store.Address));

        await Browser.GoAsync("/Settings/Password");
        await Browser.PressAsync("Change the password", ("current", "wrong"), ("password", NewPassword), ("repeated", NewPassword));
        Assert.That(Browser.Text, Does.Contain("The current password is wrong."));
        await Browser.PressAsync("Change the password", ("current", OwnerPassword), ("password", NewPassword), ("repeated", NewPassword));
        Assert.That(Browser.Text, Does.Contain("The password is changed."));

        await other.GoAsync("/Orders");
        Assert.That(other.Address.AbsolutePath, Is.EqualTo("/SignIn"));
        await other.PressAsync("Sign in", ("password", OwnerPassword));
        Assert.That(other.Text, Does.Contain("The password is wrong."));
        await other.PressAsync("Sign in", ("password", NewPassword));
        Assert.That(other.Address.AbsolutePath, Is.EqualTo("/Orders"));
    }
}
