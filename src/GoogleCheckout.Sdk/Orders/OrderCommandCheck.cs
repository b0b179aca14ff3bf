namespace GoogleCheckout.Orders;

/// <summary>What a client can know to be wrong with a command without asking. Everything else the service judges.</summary>
internal static class OrderCommandCheck
{
    private const int LongestReason = 140;
    private const int LongestComment = 140;
    private const int LongestMessage = 255;

    /// <param name="command">The command.</param>
    /// <param name="parameter">The parameter the command came in; null where its properties were parameters themselves.</param>
    /// <exception cref="ArgumentException">Something is wrong with it.</exception>
    public static void ThrowIfFaulty(OrderCommand command, string? parameter)
    {
        var checking = new Checking(parameter);
        checking.NotEmpty((command ?? throw new ArgumentNullException(parameter)).GoogleOrderNumber, nameof(command.GoogleOrderNumber));
        switch (command)
        {
            case ChargeOrderRequest charge:
                checking.WholeMinorUnits(charge.Amount, nameof(charge.Amount));
                break;
            case ChargeAndShipOrderRequest charge:
                checking.WholeMinorUnits(charge.Amount, nameof(charge.Amount));
                checking.NotBoth(charge);
                break;
            case RefundOrderRequest refund:
                checking.Reason(refund.Reason, nameof(refund.Reason));
                checking.WholeMinorUnits(refund.Amount, nameof(refund.Amount));
                checking.NotLonger(refund.Comment, LongestComment, nameof(refund.Comment));
                break;
            case CancelOrderRequest cancel:
                checking.Reason(cancel.Reason, nameof(cancel.Reason));
                checking.NotLonger(cancel.Comment, LongestComment, nameof(cancel.Comment));
                break;
            case CancelItemsRequest cancel:
                checking.Reason(cancel.Reason, nameof(cancel.Reason));
                checking.NotLonger(cancel.Comment, LongestComment, nameof(cancel.Comment));
                break;
            case SendBuyerMessageRequest send:
                checking.NotLonger(send.Message, LongestMessage, nameof(send.Message));
                break;
            default:
                break;
        }
    }

    private readonly struct Checking(string? parameter)
    {
        public void NotEmpty(string? text, string property) =>
            Check(!string.IsNullOrWhiteSpace(text), property, "may not be empty");

        public void Reason(string? text, string property)
        {
            NotEmpty(text, property);
            NotLonger(text, LongestReason, property);
        }

        // A character outside the basic plane is two in .NET, and one to the service.
        public void NotLonger(string? text, int longest, string property) =>
            Check(text is null || text.Count(character => !char.IsLowSurrogate(character)) <= longest, property, $"may have at most {longest} characters");

        public void WholeMinorUnits(Money? amount, string property)
        {
            Check(amount is null or { Currency.Length: > 0 }, property, "needs a currency");
            Check(amount is null or { IsWholeMinorUnits: true }, property, "has a fraction of the currency's smallest unit; round it as the buyer was told");
        }

        public void NotBoth(ChargeAndShipOrderRequest charge) => Check(
            charge.TrackingDataList is not { Count: > 0 } || charge.ItemShippingInformationList is not { Count: > 0 },
            nameof(charge.TrackingDataList),
            $"and {nameof(charge.ItemShippingInformationList)} may not both be given: track the order or its items");

        private void Check(bool condition, string property, string fault)
        {
            if (!condition)
            {
                throw new ArgumentException($"{property} {fault}.", parameter ?? char.ToLowerInvariant(property[0]) + property.Substring(1));
            }
        }
    }
}
