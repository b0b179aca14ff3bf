using System.Collections.Concurrent;
using System.Security.Cryptography;
using GoogleCheckout.Diagnostics;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace GoogleCheckout.Configuration;

/// <summary>Finds all errors of options in one pass, before the first request, and logs what is probably wrong.</summary>
internal sealed class CheckoutOptionsValidator : IValidateOptions<CheckoutOptions>
{
    private readonly ConcurrentDictionary<string, bool> _loggedWarnings = new();

    public static CheckoutOptions EnsureValid(CheckoutOptions options, string parameter)
    {
        var errors = GetErrors(options ?? throw new ArgumentNullException(parameter), new OptionsNames(options, null));
        return errors.Count == 0 ? options : throw new ArgumentException(string.Join(" ", errors), parameter);
    }

    /// <summary>Returns the error of an action that reads a certificate, in an exception without secrets; null if it succeeds.</summary>
    public static Exception? Catch(Action action)
    {
        try
        {
            action();
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or CryptographicException or ArgumentException or NotSupportedException or InvalidOperationException)
        {
            return e;
        }
    }

    /// <summary>Returns what is allowed but probably wrong.</summary>
    public static IEnumerable<string> GetWarnings(CheckoutOptions options, string? merchant = null)
    {
        var names = new OptionsNames(options, merchant);
        if (!(options.MerchantId.Length is 10 or 15 && options.MerchantId.All(character => character is >= '0' and <= '9')))
        {
            yield return $"{names.Of(nameof(options.MerchantId))} is not a number of 10 or 15 digits, which each merchant account has. Check that it is the id, and not the key.";
        }

        if (HasBlanks(options.MerchantKey))
        {
            yield return $"{names.Of(nameof(options.MerchantKey))} begins or ends with white space, which is probably not part of the key. Remove it.";
        }

        if (options.AdditionalMerchantKeys.Any(HasBlanks))
        {
            yield return $"{names.Of(nameof(options.AdditionalMerchantKeys))} has a key that begins or ends with white space, which is probably not part of the key. Remove it.";
        }

        if (!options.IsEnvironmentSet)
        {
            yield return $"{names.OfMissing(nameof(options.Environment))} is not set, so requests go to {options.Environment.BaseAddress}, where no service has responded since 2013-11-20. Set it to the https address of your gateway or sandbox.";
        }
    }

    public ValidateOptionsResult Validate(string? name, CheckoutOptions options)
    {
        var errors = GetErrors(options, new OptionsNames(options, name));
        if (errors.Count > 0)
        {
            return ValidateOptionsResult.Fail(errors);
        }

        var logger = options.LoggerFactory.CreateLogger(Log.Category);
        foreach (var warning in GetWarnings(options, name).Where(warning => _loggedWarnings.TryAdd(warning, true)))
        {
            Log.OptionsDoubtful(logger, warning);
        }

        return ValidateOptionsResult.Success;
    }

    private static List<string> GetErrors(CheckoutOptions options, OptionsNames names) =>
    [
        .. options.Origin.GetErrors(options),
        .. GetCredentialErrors(options, names),
        .. GetLimitErrors(options, names),
        .. GetCertificateErrors(options, names),
        .. CheckoutOptions.GetPlatformErrors(options, names),
    ];

    private static IEnumerable<string> GetCredentialErrors(CheckoutOptions options, OptionsNames names)
    {
        if (options.Origin is { Section: { Length: > 0 } section, HasKeys: false } && options is { MerchantId.Length: 0, MerchantKey.Length: 0 })
        {
            var similar = options.SimilarSection is { } name ? $", but one named {name}: rename it" : $": check its name, and the file or the environment from which it is read";
            yield return $"The configuration has no section {section}{similar}.";
        }

        if (string.IsNullOrWhiteSpace(options.MerchantId))
        {
            yield return $"{names.OfMissing(nameof(options.MerchantId))} is missing. Set it to the number of the merchant's account.";
        }
        else if (options.MerchantId.Any(character => character == ':' || char.IsWhiteSpace(character) || char.IsControl(character)))
        {
            yield return $"{names.Of(nameof(options.MerchantId))} must not contain a colon, white space or a control character. Write only the number of the merchant's account.";
        }

        if (string.IsNullOrWhiteSpace(options.MerchantKey))
        {
            yield return $"{names.OfMissing(nameof(options.MerchantKey))} is missing. Set it to the key of the account, in a user secret or an environment variable.";
        }

        if (options.AdditionalMerchantKeys.Any(string.IsNullOrWhiteSpace))
        {
            yield return $"{names.Of(nameof(options.AdditionalMerchantKeys))} contains an empty key. Remove it.";
        }

        if (options.Environment is null)
        {
            yield return $"{names.Of(nameof(options.Environment))} is null. Set it to Production, Sandbox or CheckoutEnvironment.ForBaseAddress(...).";
        }

        if (options.ApplicationId is { } application && !IsProductName(application))
        {
            yield return $"{names.Of(nameof(options.ApplicationId))} must be a product name and version for a User-Agent header, for example MyShop/2.1.";
        }
    }

    private static IEnumerable<string> GetLimitErrors(CheckoutOptions options, OptionsNames names)
    {
        if (options.Timeout != Timeout.InfiniteTimeSpan && (options.Timeout <= TimeSpan.Zero || options.Timeout.TotalMilliseconds > int.MaxValue))
        {
            yield return $"{names.Of(nameof(options.Timeout))} must be more than zero and at most 24 days, for example 00:01:00 for a minute (in code also Timeout.InfiniteTimeSpan).";
        }

        if (options.MaxResponseBytes <= 0)
        {
            yield return $"{names.Of(nameof(options.MaxResponseBytes))} must be more than zero.";
        }

        if (options.LoggerFactory is null || options.TimeProvider is null)
        {
            yield return $"{names.Of(nameof(options.LoggerFactory))} and {names.Of(nameof(options.TimeProvider))} must not be null.";
        }
    }

    private static IEnumerable<string> GetCertificateErrors(CheckoutOptions options, OptionsNames names)
    {
        (string Option, object? Value)[] sources =
        [
            (nameof(options.ClientCertificate), options.ClientCertificate),
            (nameof(options.ClientCertificatePath), options.ClientCertificatePath),
            (nameof(options.ClientCertificateThumbprint), options.ClientCertificateThumbprint),
        ];
        List<string> set = [.. sources.Where(source => source.Value is not null).Select(source => source.Option)];
        if (set.Count > 1)
        {
            yield return $"{string.Join(" and ", set.Select(names.Of))} are set together. Set only one of them.";
            yield break;
        }

        if (options.ClientCertificatePassword is not null && options.ClientCertificatePath is null)
        {
            yield return $"{names.Of(nameof(options.ClientCertificatePassword))} is set, but {names.OfMissing(nameof(options.ClientCertificatePath))} is not. Set both, or neither.";
        }

        var hasKey = true;
        var error = Catch(() => hasKey = new ClientCertificateSource(() => options, NullLogger.Instance).GetCurrent()?.HasPrivateKey ?? true);
        if (error is not null)
        {
            foreach (var text in DescribeClientCertificate(options, names, error))
            {
                yield return text;
            }
        }
        else if (!hasKey)
        {
            yield return $"{names.Of(set[0])} has no private key. Use a PFX file, or on .NET a PEM file with the key, or set {names.OfMissing(nameof(options.ClientCertificateKeyPath))}.";
        }
    }

    private static IEnumerable<string> DescribeClientCertificate(CheckoutOptions options, OptionsNames names, Exception error)
    {
        if (options.ClientCertificatePath is not { } path)
        {
            return [$"{names.Of(nameof(options.ClientCertificateThumbprint))}: {error.Message}"];
        }

        var keyError = options.ClientCertificateKeyPath is { } keyPath && Catch(() => File.ReadAllBytes(options.GetFullPath(keyPath))) is { } unreadable
            ? names.DescribeFile(nameof(options.ClientCertificateKeyPath), keyPath, "a private key", unreadable)
            : null;
        var fileError = Catch(() => File.ReadAllBytes(options.GetFullPath(path)));
        if (keyError is not null || fileError is not null)
        {
            var description = fileError is null ? null : names.DescribeFile(nameof(options.ClientCertificatePath), path, "a client certificate", fileError);
            return new[] { description, keyError }.OfType<string>();
        }

        var hint = options.ClientCertificatePassword is null
            ? $" If it has a password, set {names.OfMissing(nameof(options.ClientCertificatePassword))}; if its key is in another file, set {names.OfMissing(nameof(options.ClientCertificateKeyPath))}."
            : $" Check {names.Of(nameof(options.ClientCertificatePassword))}.";
        return [names.DescribeFile(nameof(options.ClientCertificatePath), path, "a client certificate", error) + hint];
    }

    private static bool HasBlanks(string key) => key.Trim().Length != key.Length;

    private static bool IsProductName(string text)
    {
        using var request = new HttpRequestMessage();
        return request.Headers.UserAgent.TryParseAdd(text);
    }
}
