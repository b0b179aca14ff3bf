using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace GoogleCheckout.Sandbox.Hosting;

/// <summary>The options on the command line of the process.</summary>
internal sealed record CommandLine
{
    public const string HelpText =
        """
        A sandbox of the Google Checkout XML API v2, for tests and development. It serves HTTPS on this machine only,
        keeps no data when it stops, and is not affiliated with Google.

        Options, with their defaults in parentheses:

          --urls URL                            the address: one https URL with localhost or a loopback address;
                                                port 0 selects a free port (https://127.0.0.1:8443)
          --http [URL]                          also listens for plain HTTP, for old clients; no client certificate is
                                                required there (http://127.0.0.1:8080)
          --merchant-id ID                      the merchant's id, 10 or 15 digits (generated)
          --merchant-key KEY                    the merchant's key (generated); other users of this machine can see it in the
                                                list of processes
          --merchant-key-file FILE              a file with the merchant's key; without it, the environment variable
                                                GOOGLE_CHECKOUT_MERCHANT_KEY
          --require-client-certificate VALUE    whether clients must present the certificate issued to them (true);
                                                a browser has none
          --require-signed-carts VALUE          whether a cart that a browser posts must be signed (false)
          --export-certificates DIR             writes authority.pem, client.pem, client-key.pem and client.pfx (no
                                                password) to DIR; they are new at each start
          --callback-url URL                    the https or http URL for notifications (none are sent)
          --callback-format FORMAT              the format of notifications: xml, serial-number or name-value (xml)
          --callback-trust FILE                 the root certificate that the merchant's server certificate chains to,
                                                as PEM (the root certificates of this machine)
          --api-version VERSION                 2.0, 2.2 or 2.5 (2.5)
          --help                                shows this text

        The printed address serves carts, order commands, the notification history, polling and order summaries.
        Notifications are sent again until the merchant acknowledges them. Each failure is written to the error output.
        Scripts place orders, advance the clock and read the log with JSON below /sandbox/, with the merchant's
        credentials; the README has examples. The exit code is 0 after Ctrl-C and 2 for an invalid option.
        """;

    private static readonly string[] Names =
    [
        "--urls", "--http", "--merchant-id", "--merchant-key", "--merchant-key-file", "--require-client-certificate", "--require-signed-carts", "--export-certificates",
        "--callback-url", "--callback-format", "--callback-trust", "--api-version", "--help",
    ];

    /// <summary>The environment variable with the merchant's key, for a sandbox whose command line others can see.</summary>
    public const string MerchantKeyVariable = "GOOGLE_CHECKOUT_MERCHANT_KEY";

    private const int DefaultPort = 8443;
    private const string DefaultHttp = "http://127.0.0.1:8080";

    public required CheckoutSandboxOptions Options { get; init; }

    public string? ExportCertificates { get; init; }

    public bool Help { get; init; }

    /// <param name="args">The arguments.</param>
    /// <param name="merchantKey">The value of <see cref="MerchantKeyVariable"/>, for a command line without a key; null or empty if it is not set.</param>
    /// <exception cref="FormatException">An option is invalid; the message names it.</exception>
    public static CommandLine Parse(IReadOnlyList<string> args, string? merchantKey = null)
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

            string? NextValue() => inlineValue ?? (rest.TryPeek(out var next) && !next.StartsWith("--", StringComparison.Ordinal) ? rest.Dequeue() : null);
            string Value() => NextValue() ?? throw Error(name, "requires a value");
            switch (name)
            {
                case "--urls":
                    options.Endpoint = ParseEndpoint(name, Value(), Uri.UriSchemeHttps);
                    break;
                case "--http":
                    options.HttpEndpoint = ParseEndpoint(name, NextValue() ?? DefaultHttp, Uri.UriSchemeHttp);
                    break;
                case "--merchant-id":
                    options.MerchantId = Value();
                    break;
                case "--merchant-key":
                    options.MerchantKey = Value();
                    break;
                case "--merchant-key-file":
                    options.MerchantKey = ReadKey(name, Value());
                    break;
                case "--require-client-certificate":
                    options.RequireClientCertificate = ParseBoolean(name, Value());
                    break;
                case "--require-signed-carts":
                    options.RequireSignedCarts = ParseBoolean(name, Value());
                    break;
                case "--export-certificates":
                    settings = settings with { ExportCertificates = Value() };
                    break;
                case "--callback-url":
                    options.CallbackUrl = ParseCallbackUrl(name, Value());
                    break;
                case "--callback-format":
                    options.CallbackFormat = ParseCallbackFormat(name, Value());
                    break;
                case "--callback-trust":
                    options.CallbackTrustedCertificate = LoadRootCertificate(name, Value());
                    break;
                case "--api-version":
                    options.ApiVersion = ParseApiVersion(name, Value());
                    break;
                default:
                    throw new FormatException($"{name} is not an option of the sandbox.{(SimilarName.Find(name, Names) is { } similar ? $" Did you mean {similar}?" : string.Empty)}");
            }
        }

        options.MerchantKey ??= string.IsNullOrEmpty(merchantKey) ? null : merchantKey;
        Check(options.MerchantIdError, "--merchant-id");
        Check(options.MerchantKeyError, "--merchant-key");
        Check(options.CallbackFormatError, "--callback-format");
        return settings;
    }

    private static bool ParseBoolean(string name, string value) => bool.TryParse(value, out var result) ? result : throw Error(name, "must be true or false");

    private static IPEndPoint ParseEndpoint(string name, string value, string scheme)
    {
        if (!Uri.TryCreate(value, UriKind.Absolute, out var url) || url.Scheme != scheme || url.PathAndQuery != "/")
        {
            throw Error(name, $"must be one {scheme} URL without a path, for example {scheme}://127.0.0.1:8443");
        }

        var address = url.IdnHost == "localhost" ? IPAddress.Loopback : IPAddress.TryParse(url.IdnHost, out var parsed) ? parsed : null;
        return address is not null && IPAddress.IsLoopback(address)
            ? new IPEndPoint(address, url.Port)
            : throw Error(name, "must be localhost or a loopback address: the sandbox serves only this machine");
    }

    private static Uri ParseCallbackUrl(string name, string value)
    {
        var url = Uri.TryCreate(value, UriKind.Absolute, out var parsed) ? parsed : new Uri(string.Empty, UriKind.Relative);
        Check(CheckoutSandboxOptions.GetCallbackUrlError(url), name);
        return url;
    }

    private static CallbackFormat ParseCallbackFormat(string name, string value) => value switch
    {
        "xml" => CallbackFormat.Xml,
        "serial-number" => CallbackFormat.SerialNumber,
        "name-value" => CallbackFormat.NameValue,
        _ => throw Error(name, "must be xml, serial-number or name-value"),
    };

    private static ApiVersion ParseApiVersion(string name, string value) => value switch
    {
        "2.0" => ApiVersion.Version20,
        "2.2" => ApiVersion.Version22,
        "2.5" => ApiVersion.Version25,
        _ => throw Error(name, "must be 2.0, 2.2 or 2.5"),
    };

    private static X509Certificate2 LoadRootCertificate(string name, string file)
    {
        try
        {
            return X509CertificateLoader.LoadCertificateFromFile(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or CryptographicException or ArgumentException)
        {
            throw Error(name, $"must be the path of a PEM file with a root certificate, but {file} cannot be read: {e.Message.TrimEnd('.')}");
        }
    }

    // Editors end a file with a line break, which belongs to no key.
    private static string ReadKey(string name, string file)
    {
        try
        {
            var key = File.ReadAllText(file).TrimEnd('\r', '\n');
            return key.Length > 0 ? key : throw Error(name, $"must be the path of a file with the merchant's key, but {file} is empty");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw Error(name, $"must be the path of a file with the merchant's key, but {file} cannot be read: {e.Message.TrimEnd('.')}");
        }
    }

    private static void Check(string? error, string name)
    {
        if (error is not null)
        {
            throw Error(name, error);
        }
    }

    private static FormatException Error(string name, string error) => new($"{name} {error}.");
}
