using System.Text.Json;
using System.Text.Json.Nodes;
using GoogleCheckout.Sandbox.Accounts;
using GoogleCheckout.Sandbox.Service;

namespace GoogleCheckout.Sandbox.Journal;

/// <summary>Applies the lines of a journal to the accounts, one after the other.</summary>
/// <param name="file">The journal.</param>
/// <param name="find">Returns the account of a merchant; null if there is none.</param>
internal sealed class JournalReplay(JournalFile file, Func<string, MerchantAccount?> find)
{
    private readonly Dictionary<(string Merchant, string Kind), JsonObject> _settings = [];

    /// <summary>The time by which the clock was ahead at the end.</summary>
    public TimeSpan Offset { get; private set; }

    /// <summary>The time of the last line.</summary>
    public DateTimeOffset Latest { get; private set; }

    /// <summary>Applies one line for each element that is read.</summary>
    /// <returns>The lines. The input and the result are null for lines that concern all merchants.</returns>
    /// <exception cref="InvalidDataException">A line cannot be read or applied.</exception>
    public IEnumerable<ReplayedLine> Run()
    {
        foreach (var (number, line) in file.ReadLines())
        {
            yield return Apply(number, line);
        }
    }

    /// <summary>Returns the last settings of a merchant; null if there are none.</summary>
    /// <param name="merchantId">The merchant.</param>
    /// <param name="kind"><see cref="JournalKinds.Options"/> or <see cref="JournalKinds.Settings"/>.</param>
    public JsonObject? FindSettings(string merchantId, string kind) => _settings.GetValueOrDefault((merchantId, kind));

    private ReplayedLine Apply(int number, JournalLine line)
    {
        // The first line has the time of the machine.
        Latest = line.Kind != JournalKinds.Header && line.At > Latest ? line.At : Latest;
        Offset = line.Offset ?? (Offset + (line.Advance ?? TimeSpan.Zero));
        if (line is { Merchant: { } owner, Settings: { } settings })
        {
            _settings[(owner, line.Kind)] = settings;
        }

        try
        {
            if (InputLines.Read(line) is not { } input)
            {
                return new ReplayedLine(number, line, null, null);
            }

            var merchant = line.Merchant ?? throw new ArgumentException("The member merchant is missing");
            var account = find(merchant) ?? throw new ArgumentException($"The sandbox has no merchant {QuotedText.OfIdentifier(merchant)}. Configure the merchant with its key");
            return new ReplayedLine(number, line, input, account.Replay(line.At, input, line.Numbers ?? []));
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException or FormatException or JsonException or CheckoutXmlException or OverflowException)
        {
            throw file.CreateError(number, e.Message, e);
        }
    }
}

/// <summary>A line that was applied.</summary>
internal sealed record ReplayedLine(int Number, JournalLine Line, ServiceInput? Input, ReplayedInput? Result);
