using GoogleCheckout.Sandbox;
using MerchantStore.Settings;
using MerchantStore.Shop;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace MerchantStore.Pages.Settings;

/// <summary>The settings of the store. A merchant key can be written here, but not read.</summary>
internal sealed class IndexModel(IConfiguration configuration, StoredSettings stored, ShopAddress address, AccountTest accountTest, CallbackTest callbackTest, IServiceProvider services) : PageModel
{
    private const int MaxKeyLength = 200;

    private static readonly string[] Accounts = [AccountSettings.Test, AccountSettings.Live];

    // The form, if it was not accepted.
    private IFormCollection? _entered;

    public IReadOnlyList<string> Errors { get; private set; } = [];

    public bool IsAccountMissing => AccountSettings.IsMissing(configuration);

    public bool IsUnreadable => stored.IsUnreadable;

    public bool HasSandbox => services.GetService<CheckoutSandbox>() is not null;

    /// <summary>The merchant in the configuration; null if it names none.</summary>
    public string? ConfiguredMerchant => stored.IsAccountConfigured ? configuration[AccountSettings.MerchantId] ?? "(without an ID)" : null;

    public string AccountOn => _entered?[AccountSettings.On].ToString() ?? AccountSettings.GetOn(key => configuration[key]);

    public Uri CallbackUrl => address.Callback;

    public bool HasKey(string account) => configuration[AccountSettings.Key(account, "MerchantKey")] is not null;

    public ShownSetting Show(SettingField field) => stored.FindConfigured(configuration, field.Key) is { } configured
        ? new ShownSetting(field, configured, IsConfigured: true)
        : new ShownSetting(field, _entered?[field.Key].ToString() ?? configuration[field.Key] ?? field.Default, IsConfigured: false);

    // The keys are no parameters: MVC writes parameters to its log at the level Trace.
    public async Task<IActionResult> OnPostSaveAsync(CancellationToken cancellationToken)
    {
        var form = await Request.ReadFormAsync(cancellationToken);
        var values = new Dictionary<string, string>();
        List<string> errors = [];
        foreach (var field in GetFields().Where(field => form.ContainsKey(field.Key)))
        {
            var value = form[field.Key].ToString().Trim();
            values[field.Key] = value == field.Default ? string.Empty : value;
            errors.AddRange(field.GetError(value) is { } error ? [error] : []);
        }

        values[AccountSettings.On] = form[AccountSettings.On] == AccountSettings.Live ? AccountSettings.Live : AccountSettings.Test;
        foreach (var account in Accounts)
        {
            var key = form[AccountSettings.Key(account, "MerchantKey")].ToString().Trim();
            if (key.Length > MaxKeyLength || key.Any(char.IsControl))
            {
                errors.Add($"The key of the {account.ToLowerInvariant()} account has at most {MaxKeyLength} characters.");
            }
            else if (key.Length > 0)
            {
                values[AccountSettings.Key(account, "MerchantKey")] = key;
            }
        }

        if (errors.Count > 0)
        {
            (_entered, Errors) = (form, [.. errors, "Nothing was saved."]);
            return Page();
        }

        await stored.SaveAsync(values, cancellationToken);
        return Done("The settings are saved.");
    }

    public async Task<IActionResult> OnPostTestAccountAsync(CancellationToken cancellationToken) =>
        await accountTest.FindErrorAsync(cancellationToken) is { } error ? Warn(error) : Done("Google Checkout accepts the account.");

    public async Task<IActionResult> OnPostTestCallbackAsync(Uri? url, CancellationToken cancellationToken)
    {
        if (url is not { IsAbsoluteUri: true } || (url.Scheme != Uri.UriSchemeHttps && url.Scheme != Uri.UriSchemeHttp))
        {
            return Warn("Enter the whole URL, with https://.");
        }

        return await callbackTest.FindErrorAsync(url, cancellationToken) is { } error ? Warn(error) : Done($"The callback URL works: {url.Authority} acknowledged the message.");
    }

    private static IEnumerable<SettingField> GetFields() => [.. Accounts.SelectMany(SettingFields.Account), .. SettingFields.Shop, .. SettingFields.Calculations, .. SettingFields.Charging];

    private RedirectToPageResult Done(string notice) => Back("Notice", notice);

    private RedirectToPageResult Warn(string warning) => Back("Warning", warning);

    private RedirectToPageResult Back(string kind, string words)
    {
        TempData[kind] = Notice.Cut(words);
        return RedirectToPage();
    }
}
