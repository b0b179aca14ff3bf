using System.CommandLine;

namespace GoogleCheckout.Cli.Orders;

/// <summary>The options with the reason of a refund or a cancellation.</summary>
internal sealed class ReasonOptions
{
    private readonly Option<string> _reason = new("--reason") { HelpName = "TEXT", Description = "The reason, which the buyer reads.", Required = true };
    private readonly Option<string?> _comment = new("--comment") { HelpName = "TEXT", Description = "A comment, which the buyer reads." };

    public void AddTo(Command command)
    {
        command.Options.Add(_reason);
        command.Options.Add(_comment);
    }

    public string ReadReason(ParseResult parsed) => parsed.GetRequiredValue(_reason);

    public string? ReadComment(ParseResult parsed) => parsed.GetValue(_comment);
}
