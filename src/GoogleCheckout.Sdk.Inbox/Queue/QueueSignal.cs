using System.Threading.Channels;

namespace GoogleCheckout.Inbox.Queue;

/// <summary>Wakes a worker. At most as many signals as workers are pending; further signals are dropped.</summary>
internal sealed class QueueSignal(int workers)
{
    private readonly Channel<bool> _raised = Channel.CreateBounded<bool>(new BoundedChannelOptions(workers) { FullMode = BoundedChannelFullMode.DropWrite });

    public void Raise() => _raised.Writer.TryWrite(true);

    public ValueTask<bool> WaitAsync(CancellationToken cancellationToken) => _raised.Reader.ReadAsync(cancellationToken);
}
