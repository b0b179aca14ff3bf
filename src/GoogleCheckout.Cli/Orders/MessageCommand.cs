using System.CommandLine;
using GoogleCheckout.Orders;

namespace GoogleCheckout.Cli.Orders;

/// <summary>Sends the buyer a message.</summary>
internal sealed class MessageCommand : OrderActionCommand
{
    private readonly Argument<string> _text = new("TEXT") { Description = "The message." };
    private readonly Option<bool?> _email = ActionOptions.CreateEmail();

    public MessageCommand(ClientCall call, Argument<string> number)
        : base("message", "Sends the buyer a message.", call, number)
    {
        Arguments.Add(_text);
        Options.Add(_email);
        Examples = ["googlecheckout order 123456789012345 message \"Your tea is on its way.\" --send-email true"];
    }

    protected override OrderCommand Create(string googleOrderNumber, ParseResult parsed) =>
        new SendBuyerMessageRequest { GoogleOrderNumber = googleOrderNumber, Message = parsed.GetRequiredValue(_text), SendEmail = parsed.GetValue(_email) };
}
