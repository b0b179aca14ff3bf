using System.CommandLine;
using GoogleCheckout.Cli.Commands;
using GoogleCheckout.Notifications;
using GoogleCheckout.Sandbox;

namespace GoogleCheckout.Cli.Callbacks;

/// <summary>Posts a sample notification to a site.</summary>
internal sealed class TriggerCommand : ToolCommand
{
    private static readonly Dictionary<string, Func<string, Notification>> Kinds = new()
    {
        ["new-order"] = SampleNotifications.NewOrder,
        ["order-state-change"] = SampleNotifications.OrderStateChange,
        ["risk-information"] = SampleNotifications.RiskInformation,
        ["authorization-amount"] = SampleNotifications.AuthorizationAmount,
        ["charge-amount"] = SampleNotifications.ChargeAmount,
        ["refund-amount"] = SampleNotifications.RefundAmount,
        ["chargeback-amount"] = SampleNotifications.ChargebackAmount,
        ["cancelled-subscription"] = SampleNotifications.CancelledSubscription,
    };

    private readonly Argument<string> _kind = new("KIND") { HelpName = "KIND", Description = $"The kind of notification: {string.Join(", ", Kinds.Keys)}." };
    private readonly Option<string> _order = new("--order") { HelpName = "NUMBER", Description = $"The order number. Another number gives other serial numbers, too. ({SampleNotifications.GoogleOrderNumber})", DefaultValueFactory = _ => SampleNotifications.GoogleOrderNumber };
    private readonly Option<string[]> _set = new("--set") { HelpName = "path=value", Description = "Changes an element or attribute, by its path below the root: order-total=5.00, order-total/@currency=EUR, shopping-cart/items/item[2]/quantity=3. May be repeated." };

    public TriggerCommand(ToolConsole console)
        : base("trigger", "Posts a sample notification to a callback address.")
    {
        var options = new CallbackOptions();
        _kind.CompletionSources.Add([.. Kinds.Keys]);
        Arguments.Add(_kind);
        Options.Add(_order);
        Options.Add(_set);
        options.AddTo(this);
        Details = CallbackOptions.Details;
        Examples =
        [
            "googlecheckout trigger new-order --to http://localhost:5000/checkout/callback --merchant-id 1234567890 --key-file merchant.key",
            "googlecheckout trigger charge-amount --to http://localhost:5000/checkout/callback --set latest-charge-amount=5.00 --format name-value",
        ];
        SetAction((parsed, stop) => CallbackPost.RunAsync(Create(parsed), options.Read(parsed), console, stop));
    }

    private NotificationDocument Create(ParseResult parsed)
    {
        var kind = parsed.GetRequiredValue(_kind);
        if (!Kinds.TryGetValue(kind, out var create))
        {
            throw new InvalidInputException($"KIND must be {string.Join(", ", Kinds.Keys)}.{(SimilarName.Find(kind, Kinds.Keys) is { } similar ? $" Did you mean {similar}?" : string.Empty)}");
        }

        try
        {
            var root = create(parsed.GetRequiredValue(_order)).ToXElement();
            foreach (var change in parsed.GetValue(_set) ?? [])
            {
                FieldChange.Apply(root, change);
            }

            return NotificationDocument.Create(root);
        }
        catch (ArgumentException e)
        {
            throw new InvalidInputException($"{_order.Name}: {e.Message}", e);
        }
    }
}
