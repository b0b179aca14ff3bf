using System.Security.Cryptography;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace GoogleCheckout.Configuration;

/// <summary>Finds everything that is wrong with options, in one pass and before the first request.</summary>
internal sealed class CheckoutOptionsValidator : IValidateOptions<CheckoutOptions>
{
    public static CheckoutOptions EnsureValid(CheckoutOptions options, string parameter)
    {
        var faults = GetErrors(options ?? throw new ArgumentNullException(parameter));
        return faults.Count == 0 ? options : throw new ArgumentException(string.Join(" ", faults), parameter);
    }

    /// <summary>Why it fails, in words without secrets; null if it does not.</summary>
    public static string? GetError(Action attempt)
    {
        try
        {
            attempt();
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
        var faults = GetErrors(options);
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults.Select(fault => merchant + fault));
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
            yield return $"{nameof(options.MerchantId)} is missing: the number of the merchant's account.";
        }
        else if (options.MerchantId.Any(character => character == ':' || char.IsWhiteSpace(character) || char.IsControl(character)))
        {
            yield return $"{nameof(options.MerchantId)} may hold no colon, space or control character.";
        }

        if (string.IsNullOrWhiteSpace(options.MerchantKey))
        {
            yield return $"{nameof(options.MerchantKey)} is missing: the key that belongs to the account.";
        }

        if (options.AdditionalMerchantKeys.Any(string.IsNullOrWhiteSpace))
        {
            yield return $"{nameof(options.AdditionalMerchantKeys)} holds an empty key.";
        }

        if (options.Environment is null)
        {
            yield return $"{nameof(options.Environment)} is null: set it to Production, Sandbox or CheckoutEnvironment.ForBaseAddress(...).";
        }

        if (options.ApplicationId is { } application && !IsProductName(application))
        {
            yield return $"{nameof(options.ApplicationId)} must be a product name and version as a User-Agent header has them, such as MyShop/2.1.";
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
            yield return $"{nameof(options.LoggerFactory)} and {nameof(options.TimeProvider)} may not be null.";
        }
    }

    private static IEnumerable<string> GetCertificateErrors(CheckoutOptions options)
    {
        var sources = new object?[] { options.ClientCertificate, options.ClientCertificatePath, options.ClientCertificateThumbprint }.Count(source => source is not null);
        if (sources > 1)
        {
            yield return $"{nameof(options.ClientCertificate)}, {nameof(options.ClientCertificatePath)} and {nameof(options.ClientCertificateThumbprint)}: give one of them.";
            yield break;
        }

        if (options.ClientCertificatePassword is not null && options.ClientCertificatePath is null)
        {
            yield return $"{nameof(options.ClientCertificatePassword)} is set without {nameof(options.ClientCertificatePath)}.";
        }

        var hasKey = true;
        var fault = GetError(() => hasKey = new ClientCertificateSource(() => options, NullLogger.Instance).Current()?.HasPrivateKey ?? true);
        if (fault is not null)
        {
            yield return $"The client certificate {options.ClientCertificatePath} cannot be used: {fault}";
        }
        else if (!hasKey)
        {
            yield return $"The client certificate {options.ClientCertificatePath} has no private key.";
        }
    }

    private static bool IsProductName(string text)
    {
        using var request = new HttpRequestMessage();
        return request.Headers.UserAgent.TryParseAdd(text);
    }
}
