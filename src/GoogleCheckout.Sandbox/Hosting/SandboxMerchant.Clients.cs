namespace GoogleCheckout.Sandbox;

/// <content>Clients of this merchant.</content>
public sealed partial class SandboxMerchant
{
    /// <summary>Creates a client for this merchant, with the merchant's certificate.</summary>
    /// <returns>The client. The caller disposes it.</returns>
    public CheckoutClient CreateClient() => new(CreateOptions());

    /// <summary>Creates the options of a client for this merchant.</summary>
    /// <returns>New options, which the caller may change.</returns>
    public CheckoutOptions CreateOptions()
    {
        var options = new CheckoutOptions();
        Configure(options);
        return options;
    }

    /// <summary>
    /// Sets the merchant, the address and the certificates of client options to those of this merchant and of the sandbox, and clears the
    /// certificate options that they replace. Other options are not changed. For example: <c>services.AddGoogleCheckout(merchant.Configure)</c>, also
    /// after the call of a site that sets its own merchant.
    /// </summary>
    /// <param name="options">The options to change.</param>
    /// <exception cref="ArgumentNullException"><paramref name="options"/> is null.</exception>
    public void Configure(CheckoutOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.MerchantId = MerchantId;
        options.MerchantKey = MerchantKey;
        options.Environment = CheckoutEnvironment.ForBaseAddress(_sandbox.BaseAddress);
        options.ClientCertificate = ClientCertificate;
        options.ClientCertificatePath = null;
        options.ClientCertificateKeyPath = null;
        options.ClientCertificatePassword = null;
        options.ClientCertificateThumbprint = null;
        options.TrustedCertificate = _sandbox.CertificateAuthority;
        options.TrustedCertificatePath = null;
    }
}
