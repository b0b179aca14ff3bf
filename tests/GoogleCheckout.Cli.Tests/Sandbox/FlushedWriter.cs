namespace GoogleCheckout.Cli.Sandbox;

/// <summary>Reports when the program has flushed its output.</summary>
internal sealed class FlushedWriter : StringWriter
{
    private readonly TaskCompletionSource _flushed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task Flushed => _flushed.Task;

    public override Task FlushAsync(CancellationToken cancellationToken)
    {
        _flushed.TrySetResult();
        return Task.CompletedTask;
    }
}
