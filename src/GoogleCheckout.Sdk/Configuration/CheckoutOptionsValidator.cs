using System.Security.Cryptography;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace GoogleCheckout.Configuration;

/// <summary>Finds all errors of options in one pass, before the first request.</summary>
internal sealed class CheckoutOptionsValidator : IValidateOptions<CheckoutOptions>
{
    public static CheckoutOptions EnsureValid(CheckoutOptions options, string parameter)
    {
        var errors = GetErrors(options ?? throw new ArgumentNullException(parameter));
        return errors.Count == 0 ? options : throw new ArgumentException(string.Join(" ", errors), parameter);
    }

    /// <summary>Returns the error of the action, in a text without secrets; null if it succeeds.</summary>
    public static string? GetError(Action action)
    {
        try
        {
            action();
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or CryptographicException or ArgumentException or NotSupportedException or InvalidOperationException)
        {
            return e.Message;
        }
    }

    public ValidateOptionsResult Validate(string? name, CheckoutOptions options)
    {
        var merchant = string.IsNullOrEmpty(name) ? "Google Checkout: " : $"Google Checkout '{name}': ";
        var errors = GetErrors(options);
        return errors.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(errors.Select(error => merchant + error));
    }

    private static List<string> GetErrors(CheckoutOptions options) =>
    [
        .. options.ConfigurationErrors,
        .. GetCredentialErrors(options),
        .. GetLimitErrors(options),
        .. GetCertificateErrors(options),
        .. CheckoutOptions.GetPlatformErrors(options),
    ];

    private static IEnumerable<string> GetCredentialErrors(CheckoutOptions options)
    {
        if (string.IsNullOrWhiteSpace(options.MerchantId))
        {
            yield return $"{nameof(options.MerchantId)} is missing. Set it to the number of the merchant's account.";
        }
        else if (options.MerchantId.Any(character => character == ':' || char.IsWhiteSpace(character) || char.IsControl(character)))
        {
            yield return $"{nameof(options.MerchantId)} must not contain a colon, white space or a control character.";
        }

        if (string.IsNullOrWhiteSpace(options.MerchantKey))
        {
            yield return $"{nameof(options.MerchantKey)} is missing. Set it to the key of the account.";
        }

        if (options.AdditionalMerchantKeys.Any(string.IsNullOrWhiteSpace))
        {
            yield return $"{nameof(options.AdditionalMerchantKeys)} (configuration key OtherMerchantKey) contains an empty key.";
        }

        if (options.Environment is null)
        {
            yield return $"{nameof(options.Environment)} is null. Set it to Production, Sandbox or CheckoutEnvironment.ForBaseAddress(...).";
        }

        if (options.ApplicationId is { } application && !IsProductName(application))
        {
            yield return $"{nameof(options.ApplicationId)} must be a product name and version for a User-Agent header, for example MyShop/2.1.";
        }
    }

    private static IEnumerable<string> GetLimitErrors(CheckoutOptions options)
    {
        if (options.Timeout != Timeout.InfiniteTimeSpan && (options.Timeout <= TimeSpan.Zero || options.Timeout.TotalMilliseconds > int.MaxValue))
        {
            yield return $"{nameof(options.Timeout)} must be more than zero and at most 24 days, or Timeout.InfiniteTimeSpan.";
        }

        if (options.MaxResponseBytes <= 0)
        {
            yield return $"{nameof(options.MaxResponseBytes)} must be more than zero.";
        }

        if (options.LoggerFactory is null || options.TimeProvider is null)
        {
            yield return $"{nameof(options.LoggerFactory)} and {nameof(options.TimeProvider)} must not be null.";
        }
    }

    private static IEnumerable<string> GetCertificateErrors(CheckoutOptions options)
    {
        var sources = new object?[] { options.ClientCertificate, options.ClientCertificatePath, options.ClientCertificateThumbprint }.Count(source => source is not null);
        if (sources > 1)
        {
            yield return $"More than one of {nameof(options.ClientCertificate)}, {nameof(options.ClientCertificatePath)} (configuration key ClientCertificate:Path) and {nameof(options.ClientCertificateThumbprint)} (ClientCertificate:Thumbprint) is set. Set only one of them.";
            yield break;
        }

        if (options.ClientCertificatePassword is not null && options.ClientCertificatePath is null)
        {
            yield return $"{nameof(options.ClientCertificatePassword)} (configuration key ClientCertificate:Password) is set, but {nameof(options.ClientCertificatePath)} (ClientCertificate:Path) is not.";
        }

        var hasKey = true;
        var error = GetError(() => hasKey = new ClientCertificateSource(() => options, NullLogger.Instance).GetCurrent()?.HasPrivateKey ?? true);
        if (error is not null)
        {
            yield return $"The client certificate {options.ClientCertificatePath} (configuration section ClientCertificate) cannot be used: {error}";
        }
        else if (!hasKey)
        {
            yield return $"The client certificate {options.ClientCertificatePath} (configuration section ClientCertificate) has no private key.";
        }
    }

    private static bool IsProductName(string text)
    {
        using var request = new HttpRequestMessage();
        return request.Headers.UserAgent.TryParseAdd(text);
    }
}
