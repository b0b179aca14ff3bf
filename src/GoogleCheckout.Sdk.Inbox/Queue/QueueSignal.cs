using System.Threading.Channels;

namespace GoogleCheckout.Inbox.Queue;

/// <summary>Wakes a worker. Raised more often than there are workers to hear it, it is not remembered.</summary>
internal sealed class QueueSignal(int workers)
{
    private readonly Channel<bool> _raised = Channel.CreateBounded<bool>(new BoundedChannelOptions(workers) { FullMode = BoundedChannelFullMode.DropWrite });

    public void Raise() => _raised.Writer.TryWrite(true);

    public ValueTask<bool> WaitAsync(CancellationToken cancellationToken) => _raised.Reader.ReadAsync(cancellationToken);
}
