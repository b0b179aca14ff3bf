using GoogleCheckout.Carts;
using GoogleCheckout.Xml;

namespace GoogleCheckout.Validation.Carts;

/// <summary>A text the buyer may write.</summary>
internal static class BuyerMessageValidator
{
    private const int MaxNameLength = 100;
    private const int MaxCharsLimit = 1000;
    private const int MaxLineLengthLimit = 50;
    private const int MaxLinesLimit = 20;

    public static void In(CartErrorCollector faults, ElementPath path, BuyerMessage message)
    {
        if (message is AddressedBuyerMessage addressed)
        {
            faults.Note(path.ToAttribute(Attributes.From), TextRules.GetError(addressed.From, MaxNameLength));
            faults.Note(path.ToAttribute(Attributes.To), TextRules.GetError(addressed.To, MaxNameLength));
        }

        if (message is BoundedBuyerMessage bounded)
        {
            faults.Note(path.ToAttribute(Attributes.MaxChars), GetError(bounded.MaxChars, MaxCharsLimit));
            faults.Note(path.ToAttribute(Attributes.MaxLineLength), GetError(bounded.MaxLineLength, MaxLineLengthLimit));
            faults.Note(path.ToAttribute(Attributes.MaxLines), GetError(bounded.MaxLines, MaxLinesLimit));
        }

        faults.Note(path, TextRules.GetRequiredError(message.Text));
    }

    private static string? GetError(int? limit, int most) =>
        limit < 1 || limit > most ? FormattableString.Invariant($"is {limit}, but must be 1 to {most}") : null;
}
