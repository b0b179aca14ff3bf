using GoogleCheckout.Reports;
using Microsoft.Extensions.Time.Testing;
using NUnit.Framework;

namespace GoogleCheckout.Inbox.Polling;

/// <summary>A service that repeats the tokens of pages does not keep the poller busy for ever.</summary>
public class HistoryPollingSourceTests
{
    [TestCase("A A", 2)]
    [TestCase("A B A", 3)]
    [TestCase("A B C D B", 5)]
    public void ReadPagesAsync_TokensInACircle_Throws(string tokens, int requests)
    {
        var service = new CirclingService(tokens.Split(' '));
        var source = new HistoryPollingSource(service, new FakeTimeProvider(new DateTimeOffset(2012, 5, 1, 0, 0, 0, TimeSpan.Zero)));

        Assert.That(
            async () =>
            {
                await foreach (var page in source.ReadPagesAsync(new PollingCursor(new DateTimeOffset(2012, 4, 30, 0, 0, 0, TimeSpan.Zero)), CancellationToken.None))
                {
                    Assert.That(page.Notifications, Is.Empty);
                }
            },
            Throws.TypeOf<CheckoutException>().With.Message.Contains("previous page"));
        Assert.That(service.Requests, Is.EqualTo(requests));
    }

    private sealed class CirclingService(string[] tokens) : CheckoutClient
    {
        public int Requests { get; private set; }

        public override Task<NotificationHistoryResponse> GetNotificationHistoryPageAsync(NotificationHistoryRequest request, CancellationToken cancellationToken = default) =>
            Task.FromResult(new NotificationHistoryResponse { NextPageToken = tokens[Requests++ % tokens.Length] });
    }
}
