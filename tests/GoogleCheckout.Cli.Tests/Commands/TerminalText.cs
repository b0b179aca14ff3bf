using System.Text;

namespace GoogleCheckout.Cli.Commands;

/// <summary>What a terminal shows, until a text is seen.</summary>
/// <param name="text">The text.</param>
internal sealed class TerminalText(string text) : StringWriter
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    private readonly TaskCompletionSource _seen = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public override Encoding Encoding => Encoding.UTF8;

    /// <summary>Waits until the text is seen.</summary>
    public Task WaitAsync() => _seen.Task.WaitAsync(Limit);

    public override void Write(string? value)
    {
        base.Write(value);
        if (ToString().Contains(text, StringComparison.Ordinal))
        {
            _seen.TrySetResult();
        }
    }
}
