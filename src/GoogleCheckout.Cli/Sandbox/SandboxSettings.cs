using System.CommandLine;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net;
using GoogleCheckout.Cli.Commands;
using GoogleCheckout.Sandbox;

namespace GoogleCheckout.Cli.Sandbox;

/// <summary>The values of the command's options.</summary>
internal sealed record SandboxSettings(CheckoutSandboxOptions Options, string? ExportCertificates, TrafficDetail Detail)
{
    private const int DefaultPort = 8443;
    private const string DefaultHttp = "http://127.0.0.1:8080";
    private const string DefaultPages = "http://127.0.0.1:8081";
    private const string NoPages = "off";

    /// <param name="parsed">The command line.</param>
    /// <param name="options">The options of the command.</param>
    /// <param name="merchantKey">The merchant's key for a command line without one; null or empty for a generated key.</param>
    /// <exception cref="InvalidInputException">An option is invalid; the message names it.</exception>
    public static SandboxSettings Read(ParseResult parsed, SandboxOptions options, string? merchantKey)
    {
        var sandbox = new CheckoutSandboxOptions { Endpoint = new IPEndPoint(IPAddress.Loopback, DefaultPort), EnableControlApi = true };
        Set(options.Urls, (name, value) => sandbox.Endpoint = ParseEndpoint(name, value, Uri.UriSchemeHttps));
        Set(options.MerchantId, (_, value) => sandbox.MerchantId = value);
        Set(options.MerchantKeyFile, (name, value) => sandbox.MerchantKey = InputFile.ReadSecret(name, value));
        Set(options.MerchantKey, (_, value) => sandbox.MerchantKey = value);
        Set(options.RequireClientCertificate, (name, value) => sandbox.RequireClientCertificate = OptionValue.ParseBoolean(name, value));
        Set(options.Seed, (name, value) => sandbox.Seed = ParseSeed(name, value));
        Set(options.Data, (_, value) => sandbox.DataPath = value);
        if (parsed.GetResult(options.Http) is not null)
        {
            sandbox.HttpEndpoint = ParseEndpoint(options.Http.Name, parsed.GetValue(options.Http) ?? DefaultHttp, Uri.UriSchemeHttp);
        }

        var pages = parsed.GetValue(options.Pages) ?? DefaultPages;
        if (pages != NoPages)
        {
            (sandbox.PagesEndpoint, sandbox.UseHttpsForPages) = ParsePages(options.Pages.Name, pages);
        }

        ApplyAccount(sandbox);
        options.Merchants.Apply(parsed, sandbox, () => ApplyAccount(new SandboxMerchantOptions()));
        sandbox.MerchantKey ??= string.IsNullOrEmpty(merchantKey) ? null : merchantKey;
        return new SandboxSettings(sandbox, parsed.GetValue(options.ExportCertificates), options.ReadDetail(parsed));

        // The settings of an account apply to each merchant. The settings page and the control API change those of one.
        SandboxMerchantOptions ApplyAccount(SandboxMerchantOptions account)
        {
            Set(options.RequireSignedCarts, (name, value) => account.RequireSignedCarts = OptionValue.ParseBoolean(name, value));
            Set(options.CallbackUrl, (name, value) => account.CallbackUrl = ParseCallbackUrl(name, value));
            Set(options.CallbackFormat, (name, value) => account.CallbackFormat = ParseCallbackFormat(name, value));
            Set(options.CallbackTrust, (name, value) => account.CallbackTrustedCertificate = InputFile.ReadRootCertificate(name, value));
            Set(options.ApiVersion, (name, value) => account.ApiVersion = ParseApiVersion(name, value));
            options.Account.Apply(parsed, account);
            return account;
        }

        void Set(Option<string?> option, Action<string, string> set)
        {
            if (parsed.GetValue(option) is { } value)
            {
                set(option.Name, value);
            }
        }
    }

    private static IPEndPoint ParseEndpoint(string name, string value, string scheme) =>
        !TryParseAddress(value, out var parsedScheme, out var endpoint) || parsedScheme != scheme ? throw OptionValue.Error(name, $"must be one {scheme} URL without a path, for example {scheme}://127.0.0.1:8443")
        : endpoint is not null && IPAddress.IsLoopback(endpoint.Address) ? endpoint
        : throw OptionValue.Error(name, "must be localhost or a loopback address: the sandbox serves only this machine");

    private static (IPEndPoint Endpoint, bool UseHttps) ParsePages(string name, string value)
    {
        if (!TryParseAddress(value, out var scheme, out var endpoint))
        {
            throw OptionValue.Error(name, $"must be off, or one http or https URL without a path, for example {DefaultPages}");
        }

        var useHttps = scheme == Uri.UriSchemeHttps;
        return endpoint is null ? throw OptionValue.Error(name, "must have localhost or an IP address of this machine")
            : useHttps || IPAddress.IsLoopback(endpoint.Address) ? (endpoint, useHttps)
            : throw OptionValue.Error(name, "must be https for an address that other machines can open: the pages would send the merchant's key in plain text");
    }

    // The endpoint is null for a host that is neither localhost nor an address.
    private static bool TryParseAddress(string value, [NotNullWhen(true)] out string? scheme, out IPEndPoint? endpoint)
    {
        (scheme, endpoint) = (null, null);
        if (!Uri.TryCreate(value, UriKind.Absolute, out var url) || (url.Scheme != Uri.UriSchemeHttp && url.Scheme != Uri.UriSchemeHttps) || url.PathAndQuery != "/")
        {
            return false;
        }

        var address = url.IdnHost == "localhost" ? IPAddress.Loopback : IPAddress.TryParse(url.IdnHost, out var parsed) ? parsed : null;
        (scheme, endpoint) = (url.Scheme, address is null ? null : new IPEndPoint(address, url.Port));
        return true;
    }

    // The sandbox checks the rest of it when it starts.
    private static Uri ParseCallbackUrl(string name, string value) =>
        Uri.TryCreate(value, UriKind.Absolute, out var url) ? url : throw OptionValue.Error(name, "must be an absolute https or http URL, for example http://localhost:5000/checkout/callback");

    private static CallbackFormat ParseCallbackFormat(string name, string value) => value switch
    {
        "xml" => CallbackFormat.Xml,
        "serial-number" => CallbackFormat.SerialNumber,
        "name-value" => CallbackFormat.NameValue,
        _ => throw OptionValue.Error(name, "must be xml, serial-number or name-value"),
    };

    private static int ParseSeed(string name, string value) =>
        int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var seed) ? seed : throw OptionValue.Error(name, "must be a whole number");

    private static ApiVersion ParseApiVersion(string name, string value) => value switch
    {
        "2.0" => ApiVersion.Version20,
        "2.2" => ApiVersion.Version22,
        "2.5" => ApiVersion.Version25,
        _ => throw OptionValue.Error(name, "must be 2.0, 2.2 or 2.5"),
    };
}
