using System.Diagnostics.CodeAnalysis;

namespace GoogleCheckout;

/// <summary>The address of the service: one of Google's former addresses, or that of another server that implements the protocol.</summary>
public sealed class CheckoutEnvironment : IEquatable<CheckoutEnvironment>
{
    private const string ApiPath = "/api/checkout/v2/";

    private CheckoutEnvironment(Uri baseAddress, string? name = null)
    {
        BaseAddress = baseAddress;
        Name = name;
    }

    /// <summary>Gets the production service. Google ended it on 2013-11-20.</summary>
    public static CheckoutEnvironment Production { get; } = new(new Uri("https://checkout.google.com/api/checkout/v2/"), nameof(Production));

    /// <summary>Gets Google's test service, which ended on the same day.</summary>
    public static CheckoutEnvironment Sandbox { get; } = new(new Uri("https://sandbox.google.com/checkout/api/checkout/v2/"), nameof(Sandbox));

    /// <summary>
    /// Gets the address before <c>request/Merchant/...</c>, <c>merchantCheckout/Merchant/...</c> and
    /// <c>reports/Merchant/...</c>. It ends with a slash.
    /// </summary>
    public Uri BaseAddress { get; }

    /// <summary>
    /// Gets the address before <c>checkout.gif</c> and the other button images: beside the API if the base address ends like
    /// Google's, otherwise below the base address.
    /// </summary>
    internal Uri Buttons => new(BaseAddress, BaseAddress.AbsolutePath.EndsWith(ApiPath, StringComparison.Ordinal) ? "../../../buttons/" : "buttons/");

    /// <summary>Gets whether the address is one of Google's former ones.</summary>
    internal bool IsFormerService => BaseAddress.Host == Production.BaseAddress.Host || BaseAddress.Host == Sandbox.BaseAddress.Host;

    private string? Name { get; }

    /// <summary>Creates an environment for another server, for example an emulator or a gateway.</summary>
    /// <param name="baseAddress">An absolute <c>https</c> address without user, query and fragment, for example <c>https://localhost:8443/checkout/api/checkout/v2/</c>.</param>
    /// <returns>The environment.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="baseAddress"/> is null.</exception>
    /// <exception cref="ArgumentException">The address is not absolute, is not https, or has a user, query or fragment. The merchant key must be sent over TLS.</exception>
    public static CheckoutEnvironment ForBaseAddress(Uri baseAddress)
    {
        var address = baseAddress ?? throw new ArgumentNullException(nameof(baseAddress));
        if (!address.IsAbsoluteUri || address.Scheme != Uri.UriSchemeHttps || address.UserInfo.Length > 0 || address.Query.Length > 0 || address.Fragment.Length > 0)
        {
            throw new ArgumentException("The base address must be an absolute https address without user, query and fragment.", nameof(baseAddress));
        }

        return new CheckoutEnvironment(address.AbsolutePath.Last() == '/' ? address : new Uri(address.AbsoluteUri + "/"));
    }

    /// <summary>Returns whether the other environment has the same address.</summary>
    /// <param name="other">The environment to compare with.</param>
    /// <returns>True if the addresses are equal.</returns>
    public bool Equals(CheckoutEnvironment? other) => other is not null && BaseAddress == other.BaseAddress;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as CheckoutEnvironment);

    /// <inheritdoc/>
    public override int GetHashCode() => BaseAddress.GetHashCode();

    /// <summary>Returns the value that the configuration accepts.</summary>
    /// <returns><c>Production</c>, <c>Sandbox</c> or the base address.</returns>
    public override string ToString() => Name ?? BaseAddress.AbsoluteUri;

    /// <summary>Parses the result of <see cref="ToString"/>.</summary>
    internal static bool TryParse(string text, [NotNullWhen(true)] out CheckoutEnvironment? environment)
    {
        environment = null;
        if (text.Equals(nameof(Production), StringComparison.OrdinalIgnoreCase))
        {
            environment = Production;
        }
        else if (text.Equals(nameof(Sandbox), StringComparison.OrdinalIgnoreCase))
        {
            environment = Sandbox;
        }
        else if (Uri.TryCreate(text, UriKind.Absolute, out var address))
        {
            try
            {
                environment = ForBaseAddress(address);
            }
            catch (ArgumentException)
            {
                // The merchant key must not be sent to this address.
            }
        }

        return environment is not null;
    }

    /// <summary>Returns the address of an API service, for example <c>request</c>, or of its diagnosis.</summary>
    internal Uri GetEndpoint(string service, bool donations, string merchantId, bool isDiagnosis) =>
        new(BaseAddress, $"{service}/{(donations ? "Donations" : "Merchant")}/{Uri.EscapeDataString(merchantId)}{(isDiagnosis ? "/diagnose" : string.Empty)}");
}
