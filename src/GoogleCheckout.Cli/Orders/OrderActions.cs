using System.CommandLine;
using GoogleCheckout.Cli.Commands;
using GoogleCheckout.Orders;

namespace GoogleCheckout.Cli.Orders;

/// <summary>The commands for an order.</summary>
internal static class OrderActions
{
    public static IReadOnlyList<Command> Create(ClientCall call, Argument<string> number) =>
    [
        new ChargeCommand(call, number),
        new RefundCommand(call, number),
        new CancelCommand(call, number),
        new ShipCommand(call, number),
        new DeliverCommand(call, number),
        new TrackCommand(call, number),
        new MessageCommand(call, number),
        new MerchantNumberCommand(call, number),
        new SimpleActionCommand("authorize", "Authorizes the amount again, before a charge that is later than the authorization.", order => new AuthorizeOrderRequest { GoogleOrderNumber = order }, call, number),
        new SimpleActionCommand("process", "Marks the order as being processed.", order => new ProcessOrderRequest { GoogleOrderNumber = order }, call, number),
        new SimpleActionCommand("archive", "Archives the order.", order => new ArchiveOrderRequest { GoogleOrderNumber = order }, call, number),
        new SimpleActionCommand("unarchive", "Takes the order out of the archive.", order => new UnarchiveOrderRequest { GoogleOrderNumber = order }, call, number),
    ];

    /// <summary>Creates the option with an amount.</summary>
    public static Option<string?> CreateAmount(string rest) => new("--amount") { HelpName = "AMOUNT", Description = $"The amount with its currency, for example \"12.50 USD\". ({rest})" };

    /// <summary>Reads an amount.</summary>
    /// <exception cref="InvalidInputException">It is no positive amount with a currency.</exception>
    public static Money? ReadAmount(Option<string?> option, ParseResult parsed) => parsed.GetValue(option) is not { } text ? null
        : Money.TryParse(text, out var amount) && amount.Currency.Length == 3 && amount.Amount > 0 ? amount
        : throw new InvalidInputException($"{option.Name} must be an amount with its currency, for example \"12.50 USD\".");

    /// <summary>Creates the option whether the buyer gets an email.</summary>
    public static Option<bool?> CreateEmail() => new("--send-email") { HelpName = "true|false", Description = "Whether the service sends the buyer an email. (the default of the service)" };
}
