using GoogleCheckout.Carts;
using GoogleCheckout.Xml;

namespace GoogleCheckout.Validation.Carts;

/// <summary>Validates a message that the buyer may write.</summary>
internal static class BuyerMessageValidator
{
    private const int MaxNameLength = 100;
    private const int MaxCharsLimit = 1000;
    private const int MaxLineLengthLimit = 50;
    private const int MaxLinesLimit = 20;

    public static void Validate(CartErrorCollector errors, ElementPath path, BuyerMessage message)
    {
        if (message is AddressedBuyerMessage addressed)
        {
            errors.Add(path.ToAttribute(Attributes.From), TextRules.GetError(addressed.From, MaxNameLength));
            errors.Add(path.ToAttribute(Attributes.To), TextRules.GetError(addressed.To, MaxNameLength));
        }

        if (message is BoundedBuyerMessage bounded)
        {
            errors.Add(path.ToAttribute(Attributes.MaxChars), GetError(bounded.MaxChars, MaxCharsLimit));
            errors.Add(path.ToAttribute(Attributes.MaxLineLength), GetError(bounded.MaxLineLength, MaxLineLengthLimit));
            errors.Add(path.ToAttribute(Attributes.MaxLines), GetError(bounded.MaxLines, MaxLinesLimit));
        }

        errors.Add(path, TextRules.GetRequiredError(message.Text));
    }

    private static string? GetError(int? limit, int max) =>
        limit < 1 || limit > max ? FormattableString.Invariant($"is {limit}, but must be 1 to {max}") : null;
}
