using System.CommandLine;
using GoogleCheckout.Cli.Commands;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace GoogleCheckout.Cli.Settings;

/// <summary>The options of the commands that call the gateway.</summary>
internal sealed class ClientOptions
{
    /// <summary>Where the settings come from, for the help.</summary>
    public const string Details =
        "Settings are those of an application: a JSON file with the section GoogleCheckout, then environment variables such as "
        + "GoogleCheckout__ClientCertificate__Password, then the options; the later ones win. docs/settings.md lists them. ";

    private readonly MerchantOptions _merchant = new();
    private readonly Option<string?> _environment = new("--environment") { HelpName = "ENV", Description = "Production, Sandbox, or the https address of a gateway. (GoogleCheckout:Environment of the settings)" };
    private readonly Option<string?> _certificate = new("--certificate") { HelpName = "FILE", Description = "The client certificate, as PEM or PKCS #12. (GoogleCheckout:ClientCertificate:Path)" };
    private readonly Option<string?> _certificateKey = new("--certificate-key") { HelpName = "FILE", Description = "The key of a PEM certificate. (GoogleCheckout:ClientCertificate:KeyPath)" };
    private readonly Option<string?> _trust = new("--trust") { HelpName = "FILE", Description = "The root certificate that the gateway's certificate chains to, as PEM. (GoogleCheckout:TrustedCertificate)" };

    /// <summary>Whether the output is JSON.</summary>
    public Option<bool> Json { get; } = new("--json") { Description = "Writes JSON, one object a line." };

    /// <summary>Adds the options to a command.</summary>
    /// <param name="command">The command.</param>
    /// <param name="recursive">Whether the commands below it have them, too.</param>
    public void AddTo(Command command, bool recursive = false)
    {
        foreach (var option in (Option[])[Json, _environment, _certificate, _certificateKey, _trust, .. _merchant.All])
        {
            option.Recursive = recursive;
            command.Options.Add(option);
        }
    }

    /// <summary>Creates the client of the settings.</summary>
    /// <returns>The services that own the client.</returns>
    /// <exception cref="InvalidInputException">A setting is missing or invalid.</exception>
    public ServiceProvider CreateServices(ParseResult parsed)
    {
        var configuration = _merchant.Read(
            parsed,
            ("Environment", parsed.GetValue(_environment)),
            ("ClientCertificate:Path", GetFullPath(parsed.GetValue(_certificate))),
            ("ClientCertificate:KeyPath", GetFullPath(parsed.GetValue(_certificateKey))),
            ("TrustedCertificate", GetFullPath(parsed.GetValue(_trust))));
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(configuration);
        services.AddGoogleCheckout(configuration);
        var provider = services.BuildServiceProvider();
        try
        {
            _ = provider.GetRequiredService<IOptionsMonitor<CheckoutOptions>>().CurrentValue;
            return provider;
        }
        catch (OptionsValidationException e)
        {
            provider.Dispose();
            throw new InvalidInputException(string.Join(Environment.NewLine, e.Failures), e);
        }
    }

    // A path of an option is relative to the current folder; one of a file, to the folder of the file.
    private static string? GetFullPath(string? path) => path is null ? null : Path.GetFullPath(path);
}
