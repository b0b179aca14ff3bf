using System.CommandLine;
using GoogleCheckout.Cli.Commands;
using GoogleCheckout.Sandbox;

namespace GoogleCheckout.Cli.Sandbox;

/// <summary>The options with the merchants of a sandbox that has several.</summary>
internal sealed class MerchantOptions
{
    private const string Format = "must be the id of a merchant, 10 or 15 digits, or id and key with a colon between them: ID or ID:KEY";

    private readonly Option<string[]> _merchant = new("--merchant")
    {
        HelpName = "ID[:KEY]",
        Description = "A merchant, with a generated key if it has none here. May be repeated. The first is the sandbox's first merchant, unless --merchant-id names it.",
    };

    private readonly Option<string?> _file = new("--merchants-file")
    {
        HelpName = "FILE",
        Description = "A file with further merchants, one ID:KEY in each line, so that the list of processes does not have their keys.",
    };

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        command.Options.Add(_merchant);
        command.Options.Add(_file);
    }

    /// <summary>Sets the first merchant if it has no id, and adds the others.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="sandbox">The options of the sandbox.</param>
    /// <param name="create">Creates the options of a further merchant.</param>
    /// <exception cref="InvalidInputException">A merchant is invalid; the message names the option.</exception>
    public void Apply(ParseResult parsed, CheckoutSandboxOptions sandbox, Func<SandboxMerchantOptions> create)
    {
        IEnumerable<(string Option, string Value)> values = (parsed.GetValue(_merchant) ?? []).Select(value => (_merchant.Name, value));
        if (parsed.GetValue(_file) is { } path)
        {
            values = values.Concat(InputFile.ReadSecret(_file.Name, path).Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0).Select(line => (_file.Name, line)));
        }

        foreach (var (id, key) in values.Select(value => Parse(value.Option, value.Value)))
        {
            if (sandbox.MerchantId is null)
            {
                (sandbox.MerchantId, sandbox.MerchantKey) = (id, key ?? sandbox.MerchantKey);
                continue;
            }

            var merchant = create();
            (merchant.MerchantId, merchant.MerchantKey) = (id, key);
            sandbox.Merchants.Add(merchant);
        }
    }

    // The message does not repeat the value, which may contain a key.
    private static (string Id, string? Key) Parse(string option, string value)
    {
        var colon = value.IndexOf(':', StringComparison.Ordinal);
        var (id, key) = colon < 0 ? (value, null) : (value[..colon], value[(colon + 1)..]);
        return id.Length is 10 or 15 && id.All(char.IsAsciiDigit) && key is not "" ? (id, key) : throw OptionValue.Error(option, Format);
    }
}
