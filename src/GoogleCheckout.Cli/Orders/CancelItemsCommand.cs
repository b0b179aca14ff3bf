using System.CommandLine;
using GoogleCheckout.Orders;

namespace GoogleCheckout.Cli.Orders;

/// <summary>Marks items of an order as canceled, or ends its subscriptions.</summary>
internal sealed class CancelItemsCommand : OrderActionCommand
{
    private readonly Option<string[]> _items = ActionOptions.CreateItems("The merchant's id of an item. May be repeated. (ends all subscriptions of the order)", isRequired: false);
    private readonly ReasonOptions _reason = new();
    private readonly Option<bool?> _email = ActionOptions.CreateEmail();

    public CancelItemsCommand(ClientCall call, Argument<string> number)
        : base("cancel-items", "Marks items of the order as canceled, for good. Refunds nothing.", call, number, asks: true)
    {
        Options.Add(_items);
        _reason.AddTo(this);
        Options.Add(_email);
        Examples = ["googlecheckout order 123456789012345 cancel-items --item map --reason \"Out of print\""];
    }

    protected override OrderCommand Create(string googleOrderNumber, ParseResult parsed) => new CancelItemsRequest
    {
        GoogleOrderNumber = googleOrderNumber,
        ItemIds = ActionOptions.ReadItems(_items, parsed),
        Reason = _reason.ReadReason(parsed),
        Comment = _reason.ReadComment(parsed),
        SendEmail = parsed.GetValue(_email),
    };

    protected override string Describe(OrderCommand command) => ((CancelItemsRequest)command).ItemIds is { Count: > 0 } items
        ? $"cancel {string.Join(", ", items.Select(item => QuotedText.OfIdentifier(item.MerchantItemId)))} for good"
        : "end all subscriptions";
}
