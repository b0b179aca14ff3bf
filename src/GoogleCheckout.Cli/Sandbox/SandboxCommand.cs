using System.CommandLine;
using GoogleCheckout.Cli.Commands;

namespace GoogleCheckout.Cli.Sandbox;

/// <summary>Runs a sandbox of the service until it is stopped.</summary>
internal sealed class SandboxCommand : ToolCommand
{
    /// <summary>The environment variable with the merchant's key, for a sandbox whose command line others can see.</summary>
    public const string MerchantKeyVariable = "GOOGLE_CHECKOUT_MERCHANT_KEY";

    private readonly SandboxOptions _options = new();

    public SandboxCommand(ToolConsole console)
        : base("sandbox", "Runs a sandbox of the service, for tests and development, until Ctrl-C.")
    {
        Details =
            "The sandbox serves HTTPS on this machine only, keeps no data when it stops, unless --data names a file for it, and is not affiliated with Google. "
            + "The printed address serves carts, order commands, the notification history, polling and order summaries. "
            + "Notifications are sent again until the merchant acknowledges them. Each request (<-) and each delivery (->) is a line with the time of the sandbox's clock; a failed delivery is a line of the error output. "
            + "Scripts place orders, advance the clock and read the log with JSON below /sandbox/, with the merchant's credentials. "
            + "The exit code is 0 after Ctrl-C and 2 for an invalid option or a file that cannot be used. --replay prints what happened in a sandbox with --data, and needs no other option.";
        Examples =
        [
            "googlecheckout sandbox",
            "googlecheckout sandbox --http --merchant-id 1234567890 --merchant-key-file merchant.key",
            "googlecheckout sandbox --auto-charge true --fees 2.9%+0.30 --account-tax US-CA=8.25% --verbose",
            "googlecheckout sandbox --data shop.sandbox",
            "googlecheckout sandbox --replay shop.sandbox",
            "googlecheckout sandbox --export-certificates certificates --callback-url http://localhost:5000/checkout/callback",
        ];
        _options.AddTo(this);
        SetAction((parsed, stop) => parsed.GetValue(_options.Replay) is { } journal
            ? JournalReport.WriteAsync(journal, console.List, stop)
            : SandboxRun.RunAsync(Read(parsed, Environment.GetEnvironmentVariable(MerchantKeyVariable)), console, stop));
    }

    /// <param name="parsed">The command line.</param>
    /// <param name="merchantKey">The value of <see cref="MerchantKeyVariable"/>, for a command line without a key; null or empty if it is not set.</param>
    /// <exception cref="InvalidInputException">An option is invalid; the message names it.</exception>
    public SandboxSettings Read(ParseResult parsed, string? merchantKey) => SandboxSettings.Read(parsed, _options, merchantKey);
}
