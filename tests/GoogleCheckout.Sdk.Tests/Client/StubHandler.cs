using System.Collections.Concurrent;

namespace GoogleCheckout.Client;

/// <summary>Replaces the network: reads and stores each request, and responds as the test specifies.</summary>
internal sealed class StubHandler(Func<int, CancellationToken, Task<HttpResponseMessage>> answer) : HttpMessageHandler
{
    private readonly ConcurrentQueue<StubRequest> _requests = new();

    public StubHandler(Func<int, HttpResponseMessage> answer)
        : this((number, _) => Task.FromResult(answer(number)))
    {
    }

    /// <summary>The requests, in order.</summary>
    public IReadOnlyList<StubRequest> Requests => [.. _requests];

    /// <summary>Creates a handler that never responds, until it is canceled.</summary>
    public static StubHandler Silent(TaskCompletionSource? arrived = null) => new(async (_, cancellationToken) =>
    {
        arrived?.TrySetResult();
        await Task.Delay(Timeout.Infinite, cancellationToken).ConfigureAwait(false);
        return new HttpResponseMessage();
    });

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = new NetworkStream();
        if (request.Content is not null)
        {
            await request.Content.CopyToAsync(body, cancellationToken).ConfigureAwait(false);
        }

        _requests.Enqueue(new StubRequest(
            request.RequestUri!,
            request.Headers.Concat(request.Content?.Headers ?? Enumerable.Empty<KeyValuePair<string, IEnumerable<string>>>()).ToDictionary(header => header.Key, header => string.Join(' ', header.Value)),
            body.Text));
        return await answer(_requests.Count, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>A stream that does not derive from MemoryStream.</summary>
    private sealed class NetworkStream : Stream
    {
        private readonly MemoryStream _bytes = new();

        public string Text => System.Text.Encoding.UTF8.GetString(_bytes.ToArray());

        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override void Write(byte[] buffer, int offset, int count) => _bytes.Write(buffer, offset, count);

        public override void Flush()
        {
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();
    }
}
