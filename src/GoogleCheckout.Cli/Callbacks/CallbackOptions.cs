using System.CommandLine;
using GoogleCheckout.Cli.Commands;
using GoogleCheckout.Cli.Settings;

namespace GoogleCheckout.Cli.Callbacks;

/// <summary>The options of the commands that post to a site.</summary>
internal sealed class CallbackOptions
{
    /// <summary>More about the response, for the help.</summary>
    public const string Details =
        "Prints the response, and whether it acknowledges the notification as version 2.5 of the API requires: status 200 and the serial number. "
        + "The exit code is 0 if it does, 1 if it does not, 2 for invalid input, and 3 if there is no response. The request has the merchant's "
        + "credentials, except for a serial number, which the service sent without them.";

    private static readonly Dictionary<string, CallbackBodyFormat> Formats = new()
    {
        ["xml"] = CallbackBodyFormat.Xml,
        ["name-value"] = CallbackBodyFormat.NameValue,
        ["serial-number"] = CallbackBodyFormat.SerialNumber,
    };

    private readonly MerchantOptions _merchant = new();
    private readonly Option<string> _to = new("--to") { HelpName = "URL", Description = "The callback address of the site: https, or http on this machine.", Required = true };
    private readonly Option<string> _format = new("--format") { HelpName = "FORMAT", Description = "The form of the request: xml, name-value or serial-number. (xml)", DefaultValueFactory = _ => "xml" };
    private readonly Option<string?> _trust = new("--trust") { HelpName = "FILE", Description = "The root certificate that the site's certificate chains to, as PEM. (the root certificates of this machine)" };

    public void AddTo(Command command)
    {
        _format.CompletionSources.Add([.. Formats.Keys]);
        foreach (var option in (Option[])[_to, _format, _trust, .. _merchant.All])
        {
            command.Options.Add(option);
        }
    }

    /// <exception cref="InvalidInputException">An option is invalid.</exception>
    public CallbackTarget Read(ParseResult parsed)
    {
        if (!Formats.TryGetValue(parsed.GetRequiredValue(_format), out var format))
        {
            throw new InvalidInputException($"{_format.Name} must be xml, name-value or serial-number.");
        }

        // The request contains the merchant's key.
        if (!Uri.TryCreate(parsed.GetRequiredValue(_to), UriKind.Absolute, out var url) || url.UserInfo.Length > 0 || !(url.Scheme == Uri.UriSchemeHttps || (url.Scheme == Uri.UriSchemeHttp && url.IsLoopback)))
        {
            throw new InvalidInputException($"{_to.Name} must be an https URL, or an http URL of this machine, without a user name: for example https://localhost:5001/checkout/callback.");
        }

        var credentials = format == CallbackBodyFormat.SerialNumber ? default : _merchant.ReadCredentials(parsed);
        return new CallbackTarget(url, format, credentials.Id is null ? null : $"{credentials.Id}:{credentials.Key}", parsed.GetValue(_trust) is { } trust ? InputFile.ReadRootCertificate(_trust.Name, trust) : null);
    }
}
