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

    /// <summary>Returns the time until which the account's former key is accepted for notifications; null if it is not.</summary>
    public DateTimeOffset? FindFormerKeyEnd(string account) => stored.FindFormerKeyEnd(account);

    /// <summary>Returns whether an account can be tested though the store does not use it.</summary>
    public bool IsSpare(string account) => HasKey(account) && configuration[AccountSettings.Key(account, "MerchantId")] is not null
        && (HasSandbox || stored.IsAccountConfigured || AccountSettings.GetOn(key => configuration[key]) != account);

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
            errors.AddRange(value.Length > 0 && field.GetError(value) is { } error ? [$"{field.Label} {error}."] : []);
        }

        values[AccountSettings.On] = form[AccountSettings.On] == AccountSettings.Live ? AccountSettings.Live : AccountSettings.Test;
        foreach (var account in AccountSettings.All)
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

            if (form.ContainsKey(AccountSettings.Key(account, "RefuseFormerKey")))
            {
                values[AccountSettings.Key(account, AccountSettings.FormerKey)] = string.Empty;
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

    public async Task<IActionResult> OnPostTestSpareAccountAsync(string account, CancellationToken cancellationToken)
    {
        if (!AccountSettings.All.Contains(account) || !IsSpare(account))
        {
            return RedirectToPage();
        }

        var name = account.ToLowerInvariant();
        return await accountTest.FindErrorAsync(account, cancellationToken) is { } error ? Warn($"The {name} account: {error}") : Done($"Google Checkout accepts the {name} account.");
    }

    public async Task<IActionResult> OnPostTestCallbackAsync(Uri? url, CancellationToken cancellationToken)
    {
        if (url is not { IsAbsoluteUri: true } || (url.Scheme != Uri.UriSchemeHttps && url.Scheme != Uri.UriSchemeHttp))
        {
            return Warn("Enter the whole URL, with https://.");
        }

        return await callbackTest.FindErrorAsync(url, cancellationToken) is { } error ? Warn(error) : Done($"The callback URL works: {url.Authority} acknowledged the message.");
    }

    private static IEnumerable<SettingField> GetFields() => [.. AccountSettings.All.SelectMany(SettingFields.Account), .. SettingFields.All];

    private RedirectToPageResult Done(string notice) => Back("Notice", notice);

    private RedirectToPageResult Warn(string warning) => Back("Warning", warning);

    private RedirectToPageResult Back(string kind, string words)
    {
        TempData[kind] = Notice.Cut(words);
        return RedirectToPage();
    }
}
