using System.CommandLine;
using GoogleCheckout.Cli.Commands;

namespace GoogleCheckout.Cli.Sandbox;

/// <summary>The options of the command, as text; <see cref="SandboxSettings"/> has their values.</summary>
internal sealed class SandboxOptions
{
    public Option<string?> Urls { get; } = Create("--urls", "URL", "The address: one https URL with localhost or a loopback address; port 0 selects a free port. (https://127.0.0.1:8443)");

    public Option<string?> Http { get; } = new("--http")
    {
        HelpName = "URL",
        Description = "Also listens for plain HTTP, for old clients; no client certificate is required there. (http://127.0.0.1:8080)",
        Arity = ArgumentArity.ZeroOrOne,
    };

    public Option<string?> Pages { get; } = Create(
        "--pages", "URL|off", "The pages for people: one http URL with localhost or a loopback address, or one https URL with an address of this machine. The redirect URL of a cart is that of a page there. (http://127.0.0.1:8081)", "off");

    public Option<string?> MerchantId { get; } = Create("--merchant-id", "ID", "The merchant's id, 10 or 15 digits. (generated)");

    public Option<string?> MerchantKey { get; } = Create("--merchant-key", "KEY", "The merchant's key. Other users of this machine can see it in the list of processes. (generated)");

    public Option<string?> MerchantKeyFile { get; } = Create("--merchant-key-file", "FILE", $"A file with the merchant's key; without it, the environment variable {SandboxCommand.MerchantKeyVariable}.");

    public Option<string?> RequireClientCertificate { get; } = Create("--require-client-certificate", "true|false", "Whether clients must present the certificate issued to them; a browser has none. (true)");

    public Option<string?> RequireSignedCarts { get; } = Create("--require-signed-carts", "true|false", "Whether a cart that a browser posts must be signed. (false)");

    public Option<string?> ExportCertificates { get; } = Create("--export-certificates", "DIR", "Writes authority.pem, client.pem, client-key.pem and client.pfx (no password) to DIR; they are new at each start.");

    public Option<string?> CallbackUrl { get; } = Create("--callback-url", "URL", "The https or http URL for notifications. (none are sent)");

    public Option<string?> CallbackFormat { get; } = Create("--callback-format", "FORMAT", "The format of notifications: xml, serial-number or name-value. (xml)", "xml", "serial-number", "name-value");

    public Option<string?> CallbackTrust { get; } = Create("--callback-trust", "FILE", "The root certificate that the merchant's server certificate chains to, as PEM. (the root certificates of this machine)");

    public Option<string?> ApiVersion { get; } = Create("--api-version", "VERSION", "2.0, 2.2 or 2.5. (2.5)", "2.0", "2.2", "2.5");

    public Option<string?> Data { get; } = Create("--data", "FILE", "The file with what came in, so that the sandbox has its state again at the next start; generated keys are in FILE.keys. (nothing is written)");

    public Option<string?> Replay { get; } = Create("--replay", "FILE", "Prints what happened in a sandbox, from a file of --data, and starts no server.");

    public Option<string?> Seed { get; } = Create("--seed", "NUMBER", "With the same number, merchant, order and serial numbers are the same at each start. (they differ)");

    /// <summary>The settings of the merchants' accounts.</summary>
    public AccountOptions Account { get; } = new();

    /// <summary>The merchants, if there are several.</summary>
    public MerchantOptions Merchants { get; } = new();

    private Option<bool> Quiet { get; } = new("--quiet") { Description = "Writes no line for each request and delivery. Failures are still written to the error output." };

    private Option<bool> Verbose { get; } = new("--verbose") { Description = "Writes a line for each calculation and each change of an order, too." };

    /// <summary>Returns how much is written about requests and deliveries.</summary>
    /// <exception cref="InvalidInputException">Both options are set.</exception>
    public TrafficDetail ReadDetail(ParseResult parsed) => (parsed.GetValue(Quiet), parsed.GetValue(Verbose)) switch
    {
        (true, true) => throw OptionValue.Error(Quiet.Name, $"excludes {Verbose.Name}"),
        (true, _) => TrafficDetail.Failures,
        (_, true) => TrafficDetail.Everything,
        _ => TrafficDetail.Messages,
    };

    public void AddTo(Command command)
    {
        Option[] all =
        [
            Urls, Http, Pages, MerchantId, MerchantKey, MerchantKeyFile, RequireClientCertificate, RequireSignedCarts, ExportCertificates,
            CallbackUrl, CallbackFormat, CallbackTrust, ApiVersion, Data, Replay,
        ];
        foreach (var option in all)
        {
            command.Options.Add(option);
        }

        Merchants.AddTo(command);
        Account.AddTo(command);
        foreach (var option in (Option[])[Seed, Quiet, Verbose])
        {
            command.Options.Add(option);
        }
    }

    private static Option<string?> Create(string name, string value, string description, params string[] completions)
    {
        var option = new Option<string?>(name) { HelpName = value, Description = description };
        option.CompletionSources.Add(completions);
        return option;
    }
}
