using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace GoogleCheckout.Sandbox.Hosting;

/// <summary>What the process was told on its command line.</summary>
internal sealed record CommandLine
{
    public const string HelpText =
        """
        A sandbox of the Google Checkout XML API v2, for tests and for work at your own desk. It speaks HTTPS, on this
        machine only, forgets everything when it stops, and is not affiliated with Google.

          --urls URL                            where to listen: https, localhost or a loopback address, one URL;
                                                port 0 takes a free one (https://127.0.0.1:8443)
          --http [URL]                          listens for plain HTTP too, for old clients; no client certificate is
                                                asked for there (http://127.0.0.1:8080)
          --merchant-id ID                      the merchant's id, 10 or 15 digits (made up)
          --merchant-key KEY                    the merchant's key (made up)
          --require-client-certificate BOOL     whether clients must show the certificate issued to them (true);
                                                a browser has none
          --require-signed-carts BOOL           whether a cart that a browser posts must be signed (false)
          --export-certificates DIR             writes authority.pem, client.pem, client-key.pem and client.pfx (no
                                                password) to DIR; they are new with each start
          --callback-url URL                    where the merchant takes notifications, https or http (none are sent)
          --callback-contents CONTENTS          what is sent there: xml, serial-number or name-value (xml)
          --callback-trust FILE                 the root that the merchant's own certificate leads to, as PEM (the
                                                roots of this machine)
          --api-version VERSION                 2.0, 2.2 or 2.5 (2.5)
          --help                                this text

        Order commands, carts, the notification history, polling and order summaries are answered below the address it
        prints; notifications are sent again until the merchant acknowledges them, and each failure is told
        on the error output.
        Scripts place orders, set the clock forward and read the log with JSON below /sandbox/, with the merchant's
        credentials; the README has the lines. The exit code is 0 after Ctrl-C and 2 for a wrong setting.
        """;

    private const int DefaultPort = 8443;
    private const string DefaultHttp = "http://127.0.0.1:8080";

    public required CheckoutSandboxOptions Options { get; init; }

    public string? ExportCertificates { get; init; }

    public bool Help { get; init; }

    /// <exception cref="FormatException">A setting is wrong; it is named.</exception>
    public static CommandLine Parse(IReadOnlyList<string> args)
    {
        var options = new CheckoutSandboxOptions { Endpoint = new IPEndPoint(IPAddress.Loopback, DefaultPort), EnableControlApi = true };
        var settings = new CommandLine { Options = options };
        var rest = new Queue<string>(args);
        while (rest.TryDequeue(out var arg))
        {
            var (name, inlineValue) = arg.Split('=', 2) is [var before, var after] ? (before, after) : (arg, null);
            if (name is "--help" or "-h" or "-?")
            {
                return settings with { Help = true };
            }

            string Value() => inlineValue ?? (rest.TryDequeue(out var next) ? next : throw Fault(name, "needs a value"));
            string ValueOr(string otherwise) => inlineValue is null && (!rest.TryPeek(out var next) || next.StartsWith("--", StringComparison.Ordinal)) ? otherwise : Value();
            switch (name)
            {
                case "--urls":
                    options.Endpoint = Endpoint(name, Value(), Uri.UriSchemeHttps);
                    break;
                case "--http":
                    options.HttpEndpoint = Endpoint(name, ValueOr(DefaultHttp), Uri.UriSchemeHttp);
                    break;
                case "--merchant-id":
                    options.MerchantId = Value();
                    break;
                case "--merchant-key":
                    options.MerchantKey = Value();
                    break;
                case "--require-client-certificate":
                    options.RequireClientCertificate = TrueOrFalse(name, Value());
                    break;
                case "--require-signed-carts":
                    options.RequireSignedCarts = TrueOrFalse(name, Value());
                    break;
                case "--export-certificates":
                    settings = settings with { ExportCertificates = Value() };
                    break;
                case "--callback-url":
                    options.CallbackUrl = CallbackUrl(name, Value());
                    break;
                case "--callback-contents":
                    options.CallbackFormat = Contents(name, Value());
                    break;
                case "--callback-trust":
                    options.CallbackTrustedCertificate = Root(name, Value());
                    break;
                case "--api-version":
                    options.ApiVersion = Version(name, Value());
                    break;
                default:
                    throw Fault(name, "is no setting of the sandbox");
            }
        }

        Check(options.MerchantIdError, "--merchant-id");
        Check(options.MerchantKeyError, "--merchant-key");
        Check(options.CallbackFormatError, "--callback-contents");
        return settings;
    }

    private static bool TrueOrFalse(string name, string value) => bool.TryParse(value, out var answer) ? answer : throw Fault(name, "must be true or false");

    private static IPEndPoint Endpoint(string name, string value, string scheme)
    {
        if (!Uri.TryCreate(value, UriKind.Absolute, out var url) || url.Scheme != scheme || url.PathAndQuery != "/")
        {
            throw Fault(name, $"must be one {scheme} URL without a path, such as {scheme}://127.0.0.1:8443");
        }

        var address = url.IdnHost == "localhost" ? IPAddress.Loopback : IPAddress.TryParse(url.IdnHost, out var parsed) ? parsed : null;
        return address is not null && IPAddress.IsLoopback(address)
            ? new IPEndPoint(address, url.Port)
            : throw Fault(name, "must be localhost or a loopback address: the sandbox serves nobody else");
    }

    private static Uri CallbackUrl(string name, string value)
    {
        var url = Uri.TryCreate(value, UriKind.Absolute, out var parsed) ? parsed : new Uri(string.Empty, UriKind.Relative);
        Check(CheckoutSandboxOptions.GetCallbackUrlError(url), name);
        return url;
    }

    private static CallbackFormat Contents(string name, string value) => value switch
    {
        "xml" => CallbackFormat.Xml,
        "serial-number" => CallbackFormat.SerialNumber,
        "name-value" => CallbackFormat.NameValue,
        _ => throw Fault(name, "must be xml, serial-number or name-value"),
    };

    private static ApiVersion Version(string name, string value) => value switch
    {
        "2.0" => ApiVersion.Version20,
        "2.2" => ApiVersion.Version22,
        "2.5" => ApiVersion.Version25,
        _ => throw Fault(name, "must be 2.0, 2.2 or 2.5"),
    };

    private static X509Certificate2 Root(string name, string file)
    {
        try
        {
            return X509CertificateLoader.LoadCertificateFromFile(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or CryptographicException or ArgumentException)
        {
            throw Fault(name, $"must name a PEM file with a root certificate, and {file} is none that can be read: {e.Message.TrimEnd('.')}");
        }
    }

    private static void Check(string? fault, string name)
    {
        if (fault is not null)
        {
            throw Fault(name, fault);
        }
    }

    private static FormatException Fault(string name, string fault) => new($"{name} {fault}.");
}
