using System.CommandLine;
using System.Globalization;
using System.Text.RegularExpressions;
using GoogleCheckout.Carts;
using GoogleCheckout.Cli.Commands;
using GoogleCheckout.Configuration;
using GoogleCheckout.Sandbox;

namespace GoogleCheckout.Cli.Sandbox;

/// <summary>The options with the settings of the merchant's account.</summary>
internal sealed partial class AccountOptions
{
    private readonly Option<string?> _autoCharge = new("--auto-charge") { HelpName = "true|false", Description = "Whether the service charges an order by itself as soon as it is CHARGEABLE. (false)" };
    private readonly Option<string?> _fees = new("--fees") { HelpName = "FEES", Description = "The service's fees in notifications: a percentage, and an amount for each charge, for example 2.9%+0.30. (notifications have none)" };
    private readonly Option<string?> _reviewDelay = new("--review-delay") { HelpName = "TIME", Description = "How long an order is REVIEWING, for example 0:00:00. (0:01:00)" };
    private readonly Option<string?> _captureDelay = new("--capture-delay") { HelpName = "TIME", Description = "How long an order is CHARGING, for example 0:05:00. (0:00:00, so that the response has the charge)" };

    private readonly Option<string[]> _accountTax = new("--account-tax")
    {
        HelpName = "AREA=RATE",
        Description = "A tax rate for carts without tax tables: US-CA=8.25%, DE=19% or world=5%, with +shipping if shipping is taxed too. The first that applies counts. May be repeated. (no tax)",
    };

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        foreach (var option in (Option[])[_autoCharge, _fees, _reviewDelay, _captureDelay, _accountTax])
        {
            command.Options.Add(option);
        }
    }

    /// <summary>Sets the options that the command line has.</summary>
    /// <exception cref="InvalidInputException">An option is invalid; the message names it.</exception>
    public void Apply(ParseResult parsed, SandboxMerchantOptions account)
    {
        account.AutoCharge = parsed.GetValue(_autoCharge) is { } autoCharge ? OptionValue.ParseBoolean(_autoCharge.Name, autoCharge) : account.AutoCharge;
        account.Fees = parsed.GetValue(_fees) is { } fees ? ParseFees(fees) : account.Fees;
        account.ReviewDelay = ParseTime(parsed, _reviewDelay) ?? account.ReviewDelay;
        account.CaptureDelay = ParseTime(parsed, _captureDelay) ?? account.CaptureDelay;
        account.AccountTaxTables = parsed.GetValue(_accountTax) is { Length: > 0 } taxes ? TaxTables.FromRules(taxes.Select(ParseTax)) : account.AccountTaxTables;
    }

    private SandboxFees ParseFees(string value) => Fees().Match(value) is { Success: true } match && TryParse(match.Groups["percentage"].Value, out var percentage)
        ? new SandboxFees { Percentage = percentage, Flat = TryParse(match.Groups["flat"].Value, out var flat) ? flat : 0 }
        : throw OptionValue.Error(_fees.Name, "must be a percentage, and an amount for each charge if there is one, for example 2.9%+0.30 or 2%");

    private DefaultTaxRule ParseTax(string value)
    {
        if (Tax().Match(value) is not { Success: true } match || !TryParse(match.Groups["rate"].Value, out var rate) || rate > 100)
        {
            throw OptionValue.Error(_accountTax.Name, "must be AREA=RATE, for example US-CA=8.25%, DE=19%+shipping or world=5%");
        }

        var area = match.Groups["area"].Value;
        return new DefaultTaxRule
        {
            Rate = rate / 100,
            TaxArea = area == "world" ? Area.World : area == "US" ? Area.UnitedStates() : area.Length > 2 ? Area.USState(area[3..]) : Area.Country(area),
            ShippingTaxed = match.Groups["shipping"].Success ? true : null,
        };
    }

    private static TimeSpan? ParseTime(ParseResult parsed, Option<string?> option) => parsed.GetValue(option) is not { } value ? null
        : SettingText.TryParseTime(value, out var time) ? time
        : throw OptionValue.Error(option.Name, $"must be {SettingText.TimeFormat}");

    private static bool TryParse(string value, out decimal number) => decimal.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number);

    [GeneratedRegex(@"^(?<percentage>[0-9]{1,3}(\.[0-9]{1,6})?)%(\+(?<flat>[0-9]{1,9}(\.[0-9]{1,2})?))?$", RegexOptions.ExplicitCapture)]
    private static partial Regex Fees();

    [GeneratedRegex(@"^(?<area>world|US-[A-Z]{2}|[A-Z]{2})=(?<rate>[0-9]{1,3}(\.[0-9]{1,6})?)%(?<shipping>\+shipping)?$", RegexOptions.ExplicitCapture)]
    private static partial Regex Tax();
}
