using System.CommandLine;
using GoogleCheckout.Orders;

namespace GoogleCheckout.Cli.Orders;

/// <summary>Sends a command that has only the items and the choice whether the buyer gets an email.</summary>
internal sealed class ItemsCommand : OrderActionCommand
{
    private readonly Func<string, IReadOnlyList<ItemId>, bool?, OrderCommand> _create;
    private readonly Option<string[]> _items = ActionOptions.CreateItems("The merchant's id of an item. May be repeated.", isRequired: true);
    private readonly Option<bool?> _email = ActionOptions.CreateEmail();

    public ItemsCommand(string name, string description, Func<string, IReadOnlyList<ItemId>, bool?, OrderCommand> create, ClientCall call, Argument<string> number)
        : base(name, description, call, number)
    {
        _create = create;
        Options.Add(_items);
        Options.Add(_email);
        Examples = [$"googlecheckout order 123456789012345 {name} --item book --item map"];
    }

    protected override OrderCommand Create(string googleOrderNumber, ParseResult parsed) =>
        _create(googleOrderNumber, ActionOptions.ReadItems(_items, parsed), parsed.GetValue(_email));
}
