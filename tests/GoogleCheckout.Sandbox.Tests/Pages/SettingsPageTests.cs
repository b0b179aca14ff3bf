using System.Net;
using GoogleCheckout.Sandbox.Accounts;
using GoogleCheckout.Sandbox.Pages.MerchantCenter;
using GoogleCheckout.Sandbox.Service;
using NUnit.Framework;

namespace GoogleCheckout.Sandbox.Pages;

/// <summary>The settings page of the Merchant Center.</summary>
public sealed class SettingsPageTests : MerchantCenterFixture
{
    private MerchantSettings Settings => Sandbox.Accounts.First.Settings;

    [Test]
    public async Task Page_Defaults_ShowsThemAndSavesThemUnchanged()
    {
        await OpenAsync();
        Assert.That(Merchant.Text, Does.Contain("Callback URL").And.Contain("Settings"));
        var before = Settings;

        await SaveAsync();

        Assert.That(Settings, Is.EqualTo(before));
        Assert.That(Merchant.Text, Does.Contain("The settings were saved."));
        Assert.That(Merchant.Address.PathAndQuery, Is.EqualTo("/sell/settings?saved=yes"));
    }

    [Test]
    public async Task Save_EachSetting_AppliesAndIsShownAgain()
    {
        await OpenAsync();

        await SaveAsync(
            (SettingsForm.CallbackUrlField, "http://localhost:5000/checkout/callback?shop=1&x=2"),
            (SettingsForm.CallbackFormatField, "NameValue"),
            (SettingsForm.ApiVersionField, "Version20"),
            (SettingsForm.SerialNumberField, "on"),
            (SettingsForm.SignedCartsField, "on"),
            (SettingsForm.AutoChargeField, "on"),
            (SettingsForm.ReviewDelayField, "00:02:00"),
            (SettingsForm.CaptureDelayField, "1.00:00:00"),
            (SettingsForm.FeesField, "on"),
            (SettingsForm.FeePercentageField, "1.5"),
            (SettingsForm.FeeFlatField, "0.10"),
            (SettingsForm.FeeChargebackField, "15"),
            (SettingsForm.FeeRefundsFlatField, "on"));

        var policy = Settings.Policy;
        Assert.Multiple(() =>
        {
            Assert.That(Sandbox.CallbackUrl!.OriginalString, Is.EqualTo("http://localhost:5000/checkout/callback?shop=1&x=2"));
            Assert.That((Settings.CallbackFormat, Settings.FilterNotifications, Settings.RequireSerialNumberInAcknowledgments, Settings.RequireSignedCarts), Is.EqualTo((CallbackFormat.NameValue, false, true, true)));
            Assert.That((policy.ApiVersion, policy.AutoCharge, policy.ReviewDelay, policy.CaptureDelay), Is.EqualTo((ApiVersion.Version20, true, TimeSpan.FromMinutes(2), TimeSpan.FromDays(1))));
            Assert.That(policy.Fees, Is.EqualTo(new SandboxFees { Percentage = 1.5m, Flat = 0.10m, Chargeback = 15m, RefundsFlatFee = true }));
            Assert.That(SettingsForm.From(Settings).Values[SettingsForm.FeeFlatField], Is.EqualTo("0.10"));
            Assert.That(Merchant.Html, Does.Contain("value=\"http://localhost:5000/checkout/callback?shop=1&amp;x=2\""));
            Assert.That(Merchant.Html, Does.Contain("<option value=\"NameValue\" selected=\"selected\">").And.Contain("<option value=\"Version20\" selected=\"selected\">"));
        });

        await SaveAsync((SettingsForm.CallbackUrlField, " "), (SettingsForm.FilterField, "on"));
        Assert.That((Sandbox.CallbackUrl, Settings.FilterNotifications, Settings.Policy.Fees), Is.EqualTo(((Uri?)null, true, (SandboxFees?)null)));
    }

    [TestCase(SettingsForm.CallbackUrlField, "localhost:5000", "must be an absolute https or http URL")]
    [TestCase(SettingsForm.CallbackUrlField, "http://[", "must be an absolute https or http URL")]
    [TestCase(SettingsForm.CallbackUrlField, "http://me:secret@shop/", "without a user name")]
    [TestCase(SettingsForm.CallbackFormatField, "3", "Select one of the values.")]
    [TestCase(SettingsForm.ApiVersionField, "", "Select one of the values.")]
    [TestCase(SettingsForm.ReviewDelayField, "5", "The time must be a time span in days.hours:minutes:seconds")]
    [TestCase(SettingsForm.CaptureDelayField, "-00:00:01", "The time must be from 0 to 36500 days.")]
    [TestCase(SettingsForm.FeePercentageField, "101", "The fee must be from 0 to 100.")]
    [TestCase(SettingsForm.FeeFlatField, "-1", "The fee must not be negative.")]
    [TestCase(SettingsForm.FeeChargebackField, "free", "The fee must be a number, for example 0.30.")]
    public async Task Save_InvalidField_ShowsTheErrorBesideItAndSavesNothing(string field, string value, string error)
    {
        await OpenAsync();
        var before = Settings;

        await SaveAsync((SettingsForm.FeesField, "on"), (SettingsForm.AutoChargeField, "on"), (field, value));

        Assert.That(Merchant.Status, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That(Settings, Is.EqualTo(before));
        Assert.That(Merchant.Text, Does.Contain("Nothing was saved. See the error below.").And.Contain(error));
        Assert.That(Merchant.Html, Does.Contain($"id=\"{field}-error\"").And.Contain($"aria-describedby=\"{field}-error {field}-hint\" aria-invalid=\"true\""));
    }

    [TestCase(SettingsForm.FilterField, "on", "The filter requires version 2.5 of the API.")]
    [TestCase(SettingsForm.CallbackFormatField, "SerialNumber", "A notification with serial numbers requires version 2.5 of the API.")]
    public async Task Save_NeedsVersion25_IsRefusedBeforeIt(string field, string value, string error)
    {
        await OpenAsync();

        await SaveAsync((SettingsForm.ApiVersionField, "Version22"), (field, value));

        Assert.That(Merchant.Text, Does.Contain(error));
        Assert.That(Settings.Policy.ApiVersion, Is.EqualTo(ApiVersion.Version25));
    }

    [Test]
    public async Task Fields_Markup_IsEncoded()
    {
        const string Markup = "\"'><script>alert(1)</script>";
        await OpenAsync();

        await SaveAsync([.. SettingsForm.From(Settings).Values.Keys.Select(field => (field, Markup)), (SettingsForm.FeesField, Markup)]);

        Assert.That(Merchant.Text, Does.Contain("Nothing was saved."));
        Assert.That(Merchant.Html, Does.Not.Contain("<script"));
    }

    [Test]
    public async Task Settings_OfOneMerchant_AreNotThoseOfTheOther()
    {
        await using var sandbox = await CheckoutSandbox.StartAsync(new CheckoutSandboxOptions { PagesEndpoint = new IPEndPoint(IPAddress.Loopback, 0), Merchants = { new SandboxMerchantOptions() } });
        using var visitor = new PageVisitor(sandbox.PagesAddress!);
        await SignInAsync(visitor, sandbox);
        await visitor.OpenAsync(PageUrls.Settings);

        await visitor.SubmitAsync(PageUrls.Settings, [.. FieldsOf(sandbox.Accounts.First, (SettingsForm.ReviewDelayField, "00:00:00"))]);

        Assert.That(sandbox.Accounts.Select(account => account.Settings.Policy.ReviewDelay), Is.EqualTo(new[] { TimeSpan.Zero, TimeSpan.FromMinutes(1) }));
    }

    private async Task OpenAsync()
    {
        await SignInAsync();
        await Merchant.OpenAsync(PageUrls.Settings);
    }

    private Task SaveAsync(params (string Name, string Value)[] changes) => Merchant.SubmitAsync(PageUrls.Settings, [.. FieldsOf(Sandbox.Accounts.First, changes)]);

    // A browser sends the fields that the page shows, without the check boxes that are not set.
    private static IEnumerable<(string Name, string Value)> FieldsOf(MerchantAccount account, params (string Name, string Value)[] changes) =>
        SettingsForm.From(new MerchantSettings { Policy = account.Settings.Policy with { Fees = null, AutoCharge = false, ApiVersion = ApiVersion.Version25 } }).Values
            .Where(field => changes.All(change => change.Name != field.Key)).Select(field => (field.Key, field.Value))
            .Concat(changes).Append((SettingsPage.ActionField, SettingsPage.SaveAction));
}
