namespace GoogleCheckout.Sandbox;

/// <content>Clients of this sandbox.</content>
public sealed partial class CheckoutSandbox
{
    /// <summary>Creates a client for this sandbox's merchant, with the sandbox's certificates.</summary>
    /// <returns>The client. The caller disposes it.</returns>
    public CheckoutClient CreateClient() => new(CreateOptions());

    /// <summary>Creates the options of a client for this sandbox's merchant.</summary>
    /// <returns>New options, which the caller may change.</returns>
    public CheckoutOptions CreateOptions()
    {
        var options = new CheckoutOptions();
        Configure(options);
        return options;
    }

    /// <summary>
    /// Sets the merchant, the address and the certificates of client options to those of this sandbox, and clears the certificate
    /// options that they replace. Other options are not changed. For example: <c>services.AddGoogleCheckout(sandbox.Configure)</c>,
    /// also after the call of a site that sets its own merchant.
    /// </summary>
    /// <param name="options">The options to change.</param>
    /// <exception cref="ArgumentNullException"><paramref name="options"/> is null.</exception>
    public void Configure(CheckoutOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.MerchantId = MerchantId;
        options.MerchantKey = MerchantKey;
        options.Environment = CheckoutEnvironment.ForBaseAddress(BaseAddress);
        options.ClientCertificate = ClientCertificate;
        options.ClientCertificatePath = null;
        options.ClientCertificateKeyPath = null;
        options.ClientCertificatePassword = null;
        options.ClientCertificateThumbprint = null;
        options.TrustedCertificate = CertificateAuthority;
        options.TrustedCertificatePath = null;
    }
}
