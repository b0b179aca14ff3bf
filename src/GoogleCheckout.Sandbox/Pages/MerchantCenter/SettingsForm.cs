using System.Globalization;
using GoogleCheckout.Configuration;
using GoogleCheckout.Sandbox.Service;
using Microsoft.AspNetCore.Http;

namespace GoogleCheckout.Sandbox.Pages.MerchantCenter;

/// <summary>The form of the settings, as the merchant typed it.</summary>
internal sealed record SettingsForm
{
    public const string CallbackUrlField = "callback-url";
    public const string CallbackFormatField = "callback-format";
    public const string ApiVersionField = "api-version";
    public const string FilterField = "filter-notifications";
    public const string SerialNumberField = "require-serial-number";
    public const string SignedCartsField = "require-signed-carts";
    public const string AutoChargeField = "auto-charge";
    public const string ReviewDelayField = "review-delay";
    public const string CaptureDelayField = "capture-delay";
    public const string FeesField = "fees";
    public const string FeePercentageField = "fee-percentage";
    public const string FeeFlatField = "fee-flat";
    public const string FeeChargebackField = "fee-chargeback";
    public const string FeeRefundsFlatField = "fee-refunds-flat";

    /// <summary>The value of a check box that is set.</summary>
    public const string On = "on";

    private readonly Dictionary<string, string> _errors = [];

    /// <summary>The fields that have a value, by name.</summary>
    public required IReadOnlyDictionary<string, string> Values { get; init; }

    /// <summary>The errors of the fields that are invalid, by name.</summary>
    public IReadOnlyDictionary<string, string> Errors => _errors;

    /// <summary>Returns the form as the merchant sent it.</summary>
    public static SettingsForm Read(IFormCollection fields) => new() { Values = fields.ToDictionary(field => field.Key, field => field.Value.ToString().Trim()) };

    /// <summary>Returns the form with the settings of the account.</summary>
    public static SettingsForm From(MerchantSettings settings)
    {
        var (policy, fees) = (settings.Policy, settings.Policy.Fees ?? new SandboxFees());
        (string Field, string? Value)[] values =
        [
            (CallbackUrlField, settings.CallbackUrl?.OriginalString),
            (CallbackFormatField, settings.CallbackFormat.ToString()),
            (ApiVersionField, policy.ApiVersion.ToString()),
            (FilterField, settings.FilterNotifications ? On : null),
            (SerialNumberField, settings.RequireSerialNumberInAcknowledgments ? On : null),
            (SignedCartsField, settings.RequireSignedCarts ? On : null),
            (AutoChargeField, policy.AutoCharge ? On : null),
            (ReviewDelayField, policy.ReviewDelay.ToString("c", CultureInfo.InvariantCulture)),
            (CaptureDelayField, policy.CaptureDelay.ToString("c", CultureInfo.InvariantCulture)),
            (FeesField, policy.Fees is null ? null : On),
            (FeePercentageField, Format(fees.Percentage)),
            (FeeFlatField, Format(fees.Flat)),
            (FeeChargebackField, Format(fees.Chargeback)),
            (FeeRefundsFlatField, fees.RefundsFlatFee ? On : null),
        ];
        return new SettingsForm { Values = values.Where(value => value.Value is not null).ToDictionary(value => value.Field, value => value.Value!) };

        static string Format(decimal value) => value.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>Returns the value of a field; empty if it has none.</summary>
    public string ValueOf(string field) => Values.GetValueOrDefault(field, string.Empty);

    /// <summary>Returns whether a check box is set.</summary>
    public bool IsOn(string field) => Values.ContainsKey(field);

    /// <summary>Adds an error of a field.</summary>
    public void AddError(string field, string error) => _errors.TryAdd(field, error);

    /// <summary>Returns the settings with the values of the form; if a field is invalid, it has an error afterward.</summary>
    public MerchantSettings ApplyTo(MerchantSettings settings)
    {
        var (url, format, version) = (ReadUrl(), ReadChoice<CallbackFormat>(CallbackFormatField), ReadChoice<ApiVersion>(ApiVersionField));
        Check(CallbackUrlField, "The URL", SandboxMerchantOptions.GetCallbackUrlError(url));
        Check(CallbackFormatField, "A notification", SandboxMerchantOptions.GetCallbackFormatError(format, version));
        Check(FilterField, "The filter", SandboxMerchantOptions.GetFilterError(IsOn(FilterField), version));
        return settings with
        {
            CallbackUrl = url,
            CallbackFormat = format,
            FilterNotifications = IsOn(FilterField),
            RequireSerialNumberInAcknowledgments = IsOn(SerialNumberField),
            RequireSignedCarts = IsOn(SignedCartsField),
            Policy = settings.Policy with
            {
                ApiVersion = version,
                AutoCharge = IsOn(AutoChargeField),
                ReviewDelay = ReadDelay(ReviewDelayField),
                CaptureDelay = ReadDelay(CaptureDelayField),
                Fees = IsOn(FeesField) ? ReadFees() : null,
            },
        };
    }

    private void Check(string field, string subject, string? error)
    {
        if (error is not null)
        {
            AddError(field, $"{subject} {error}.");
        }
    }

    // Text that is no URL at all is treated as a relative one, whose error says what a URL needs.
    private Uri? ReadUrl() => ValueOf(CallbackUrlField) is not { Length: > 0 } text ? null
        : Uri.TryCreate(text, UriKind.Absolute, out var url) ? url
        : new Uri(Uri.EscapeDataString(text), UriKind.Relative);

    private T ReadChoice<T>(string field)
        where T : struct, Enum
    {
        if (Enum.GetNames<T>().Contains(ValueOf(field), StringComparer.Ordinal))
        {
            return Enum.Parse<T>(ValueOf(field));
        }

        AddError(field, "Select one of the values.");
        return default;
    }

    private TimeSpan ReadDelay(string field)
    {
        if (!SettingText.TryParseTime(ValueOf(field), out var delay))
        {
            AddError(field, $"The time must be {SettingText.TimeFormat}.");
        }

        Check(field, "The time", SandboxMerchantOptions.GetDelayError(delay));
        return delay;
    }

    private SandboxFees ReadFees()
    {
        var fees = new SandboxFees
        {
            Percentage = ReadNumber(FeePercentageField),
            Flat = ReadNumber(FeeFlatField),
            Chargeback = ReadNumber(FeeChargebackField),
            RefundsFlatFee = IsOn(FeeRefundsFlatField),
        };
        foreach (var (setting, error) in fees.GetErrors())
        {
            Check(setting switch { nameof(SandboxFees.Percentage) => FeePercentageField, nameof(SandboxFees.Flat) => FeeFlatField, _ => FeeChargebackField }, "The fee", error);
        }

        return fees;
    }

    private decimal ReadNumber(string field)
    {
        if (!decimal.TryParse(ValueOf(field), NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
        {
            AddError(field, "The fee must be a number, for example 0.30.");
        }

        return number;
    }
}
