using System.CommandLine;
using GoogleCheckout.Carts;
using GoogleCheckout.Cli.Commands;
using GoogleCheckout.Orders;

namespace GoogleCheckout.Cli.Orders;

/// <summary>Charges the next period of a subscription.</summary>
internal sealed class CreateOrderRecurrenceCommand : OrderActionCommand
{
    private readonly Argument<string> _file = InputFile.CreateArgument("An XML document with the cart of the new order.");
    private readonly ToolConsole _console;
    private ShoppingCart? _cart;

    public CreateOrderRecurrenceCommand(ClientCall call, Argument<string> number)
        : base("create-order-recurrence", "Charges the next period of a subscription that the merchant handles: a new order with its own number.", call, number, asks: true)
    {
        _console = call.Console;
        Arguments.Add(_file);
        Examples = ["googlecheckout order 123456789012345 create-order-recurrence cart.xml"];
    }

    protected override async Task ReadFilesAsync(ParseResult parsed, CancellationToken stop) =>
        _cart = (await InputFile.ReadMessageAsync<CheckoutShoppingCart>(parsed.GetRequiredValue(_file), "a cart", _console, stop).ConfigureAwait(false)).ShoppingCart;

    protected override OrderCommand Create(string googleOrderNumber, ParseResult parsed) =>
        new CreateOrderRecurrenceRequest { GoogleOrderNumber = googleOrderNumber, ShoppingCart = _cart! };

    protected override string Describe(OrderCommand command) => "charge the next period of the subscription";
}
