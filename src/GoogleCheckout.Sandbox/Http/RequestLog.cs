namespace GoogleCheckout.Sandbox.Http;

/// <summary>The latest requests, oldest first.</summary>
internal sealed class RequestLog
{
    /// <summary>How many are kept: enough for any test, and little for a sandbox that runs for weeks.</summary>
    public const int Capacity = 10_000;

    private readonly Lock _gate = new();
    private readonly Queue<SandboxRequest> _requests = [];

    public IReadOnlyList<SandboxRequest> Snapshot()
    {
        lock (_gate)
        {
            return [.. _requests];
        }
    }

    public void Add(SandboxRequest request)
    {
        lock (_gate)
        {
            if (_requests.Count == Capacity)
            {
                _requests.Dequeue();
            }

            _requests.Enqueue(request);
        }
    }
}
