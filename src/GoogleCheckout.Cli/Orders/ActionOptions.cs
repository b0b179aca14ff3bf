using System.CommandLine;
using GoogleCheckout.Cli.Commands;
using GoogleCheckout.Orders;

namespace GoogleCheckout.Cli.Orders;

/// <summary>Options that several commands for an order have.</summary>
internal static class ActionOptions
{
    /// <summary>Creates the option with an amount.</summary>
    public static Option<string?> CreateAmount(string rest) => new("--amount") { HelpName = "AMOUNT", Description = $"The amount with its currency, for example \"12.50 USD\". ({rest})" };

    /// <summary>Reads an amount.</summary>
    /// <exception cref="InvalidInputException">It is no positive amount with a currency.</exception>
    public static Money? ReadAmount(Option<string?> option, ParseResult parsed) => parsed.GetValue(option) is not { } text ? null
        : Money.TryParse(text, out var amount) && amount.Currency.Length == 3 && amount.Amount > 0 ? amount
        : throw new InvalidInputException($"{option.Name} must be an amount with its currency, for example \"12.50 USD\".");

    /// <summary>Creates the option with the items.</summary>
    public static Option<string[]> CreateItems(string description, bool isRequired) => new("--item") { HelpName = "ID", Description = description, Required = isRequired };

    /// <summary>Reads the items.</summary>
    public static IReadOnlyList<ItemId> ReadItems(Option<string[]> option, ParseResult parsed) =>
        [.. (parsed.GetValue(option) ?? []).Select(id => new ItemId { MerchantItemId = id })];

    /// <summary>Creates the option whether the buyer gets an email.</summary>
    public static Option<bool?> CreateEmail() => new("--send-email") { HelpName = "true|false", Description = "Whether the service sends the buyer an email. (the default of the service)" };
}
