using System.Diagnostics.CodeAnalysis;

namespace GoogleCheckout;

/// <summary>Where the service is: the addresses Google had, or those of any server that speaks the protocol.</summary>
public sealed class CheckoutEnvironment : IEquatable<CheckoutEnvironment>
{
    private const string ApiPath = "/api/checkout/v2/";

    private CheckoutEnvironment(Uri baseAddress, string? name = null)
    {
        BaseAddress = baseAddress;
        Name = name;
    }

    /// <summary>The service that moved real money. Google ended it on 2013-11-20.</summary>
    public static CheckoutEnvironment Production { get; } = new(new Uri("https://checkout.google.com/api/checkout/v2/"), nameof(Production));

    /// <summary>Google's test service, which ended with it.</summary>
    public static CheckoutEnvironment Sandbox { get; } = new(new Uri("https://sandbox.google.com/checkout/api/checkout/v2/"), nameof(Sandbox));

    /// <summary>
    /// What stands before <c>request/Merchant/...</c>, <c>merchantCheckout/Merchant/...</c> and
    /// <c>reports/Merchant/...</c>; it ends in a slash.
    /// </summary>
    public Uri BaseAddress { get; }

    /// <summary>
    /// What stands before <c>checkout.gif</c> and the other pictures of buttons: beside the API where its address ends as
    /// Google's did, below the base address elsewhere.
    /// </summary>
    internal Uri Buttons => new(BaseAddress, BaseAddress.AbsolutePath.EndsWith(ApiPath, StringComparison.Ordinal) ? "../../../buttons/" : "buttons/");

    private string? Name { get; }

    /// <summary>Another server, such as an emulator or a gateway.</summary>
    /// <param name="baseAddress">An absolute <c>https</c> address without a query, such as <c>https://localhost:8443/checkout/api/checkout/v2/</c>.</param>
    /// <exception cref="ArgumentException">The address is none of these; the merchant key may not travel without TLS.</exception>
    public static CheckoutEnvironment ForBaseAddress(Uri baseAddress)
    {
        var address = baseAddress ?? throw new ArgumentNullException(nameof(baseAddress));
        if (!address.IsAbsoluteUri || address.Scheme != Uri.UriSchemeHttps || address.UserInfo.Length > 0 || address.Query.Length > 0 || address.Fragment.Length > 0)
        {
            throw new ArgumentException("The base address must be an absolute https address without user, query and fragment.", nameof(baseAddress));
        }

        return new CheckoutEnvironment(address.AbsolutePath.Last() == '/' ? address : new Uri(address.AbsoluteUri + "/"));
    }

    /// <summary>Whether the other one is at the same address.</summary>
    /// <param name="other">The one to compare with.</param>
    public bool Equals(CheckoutEnvironment? other) => other is not null && BaseAddress == other.BaseAddress;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as CheckoutEnvironment);

    /// <inheritdoc/>
    public override int GetHashCode() => BaseAddress.GetHashCode();

    /// <summary><c>Production</c>, <c>Sandbox</c> or the base address: what the configuration takes.</summary>
    public override string ToString() => Name ?? BaseAddress.AbsoluteUri;

    /// <summary>Reads what <see cref="ToString"/> gives.</summary>
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
                // Not an address to send a key to.
            }
        }

        return environment is not null;
    }

    /// <summary>The address for one of the API's services, such as <c>request</c>, or for having it only check a message.</summary>
    internal Uri Endpoint(string service, bool donations, string merchantId, bool isDiagnosis) =>
        new(BaseAddress, $"{service}/{(donations ? "Donations" : "Merchant")}/{Uri.EscapeDataString(merchantId)}{(isDiagnosis ? "/diagnose" : string.Empty)}");
}
