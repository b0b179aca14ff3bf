using System.Net.Http.Headers;
using System.Text;
using GoogleCheckout.Notifications;

namespace GoogleCheckout.Inbox.ExactlyOnce;

/// <summary>The service's part: posts each delivery to one of the receivers until it is acknowledged.</summary>
internal sealed class Sender : IDisposable
{
    private const int AtOnce = 32;

    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(60) };
    private readonly IReadOnlyList<Uri> _receivers;
    private int _deliveries;

    public Sender(IReadOnlyList<Uri> receivers)
    {
        _receivers = receivers;
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
            "Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{Receiver.MerchantId}:{Receiver.MerchantKey}")));
    }

    /// <summary>How often something was posted, with or without success.</summary>
    public int Deliveries => _deliveries;

    /// <summary>Delivers all, several at once, in about the order given.</summary>
    public Task DeliverAsync(IEnumerable<Sending> deliveries, CancellationToken cancellationToken) =>
        Parallel.ForEachAsync(deliveries, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken }, DeliverAsync);

    public void Dispose() => _http.Dispose();

    private async ValueTask DeliverAsync(Sending sending, CancellationToken cancellationToken)
    {
        while (!await IsAcknowledgedAsync(sending, cancellationToken))
        {
            await Task.Delay(Random.Shared.Next(50, 350), cancellationToken);
        }
    }

    private async Task<bool> IsAcknowledgedAsync(Sending sending, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _deliveries);
        sending.IsSentAt(Clock.Now);
        try
        {
            using var content = new ReadOnlyMemoryContent(sending.Xml);
            content.Headers.ContentType = new MediaTypeHeaderValue("application/xml", "UTF-8");
            using var answer = await _http.PostAsync(_receivers[Random.Shared.Next(_receivers.Count)], content, cancellationToken);
            if (!answer.IsSuccessStatusCode)
            {
                return false;
            }

            var acknowledgment = CheckoutXml.Parse<NotificationAcknowledgment>(await answer.Content.ReadAsByteArrayAsync(cancellationToken));
            if (acknowledgment.SerialNumber != sending.SerialNumber)
            {
                throw new InvalidOperationException($"{sending.SerialNumber} was sent, {acknowledgment.SerialNumber} acknowledged.");
            }
        }
        catch (Exception e) when (e is HttpRequestException || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return false;
        }

        sending.IsAcknowledgedAt(Clock.Now);
        return true;
    }
}
