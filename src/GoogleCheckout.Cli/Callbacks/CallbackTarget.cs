using System.Security.Cryptography.X509Certificates;

namespace GoogleCheckout.Cli.Callbacks;

/// <summary>Where a notification is sent, and how.</summary>
/// <param name="Url">The callback address.</param>
/// <param name="Format">The form of the request.</param>
/// <param name="Credentials">The merchant's id and key, separated by a colon; null for a request without them.</param>
/// <param name="Trusted">The only trusted root certificate; null for those of this machine.</param>
internal sealed record CallbackTarget(Uri Url, CallbackBodyFormat Format, string? Credentials, X509Certificate2? Trusted)
{
    /// <summary>Returns the URL: a record's text would contain the credentials.</summary>
    public override string ToString() => Url.ToString();
}
