using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Net;
using GoogleCheckout.Client;
using GoogleCheckout.Orders;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;
using NUnit.Framework;

namespace GoogleCheckout.Diagnostics;

/// <summary>The diagnostics of an operation: log, activity, metrics and OnMessage.</summary>
public class DiagnosticsTests
{
    private const string Order = "4242424242";

    [TestCase(200, "answered", 101, LogLevel.Information)]
    [TestCase(400, "refused", 103, LogLevel.Warning)]
    [TestCase(503, "unknown", 103, LogLevel.Warning)]
    public async Task ChargeOrderAsync_WhenThereAreListeners_RecordsItsOutcome(int status, string outcome, int eventId, LogLevel level)
    {
        using var listening = new Listening();
        var log = new FakeLogCollector();
        using var client = Client(_ => status == 503 ? SampleResponses.Page(HttpStatusCode.ServiceUnavailable, SampleResponses.Html) : SampleResponses.Xml(status == 200 ? SampleResponses.RequestReceived : SampleResponses.Error("no"), (HttpStatusCode)status), log);

        try
        {
            await client.ChargeOrderAsync(Order);
        }
        catch (CheckoutException)
        {
            // That is one of the outcomes.
        }

        var activity = listening.Activities.Single(activity => (string?)activity.GetTagItem("googlecheckout.order_number") == Order);
        Assert.Multiple(() =>
        {
            Assert.That(activity.DisplayName, Is.EqualTo("charge-order"));
            Assert.That(activity.Kind, Is.EqualTo(ActivityKind.Client));
            Assert.That(activity.GetTagItem("googlecheckout.operation"), Is.EqualTo("charge-order"));
            Assert.That(activity.GetTagItem("googlecheckout.outcome"), Is.EqualTo(outcome));
            Assert.That(activity.GetTagItem("server.address"), Is.EqualTo("service.test"));
            Assert.That(activity.Status, Is.EqualTo(status == 200 ? ActivityStatusCode.Unset : ActivityStatusCode.Error));
            Assert.That(listening.Measurements, Has.Some.EqualTo($"googlecheckout.client.operation.duration charge-order {outcome}"));
            var entry = log.GetSnapshot().Single();
            Assert.That(entry.Id.Id, Is.EqualTo(eventId));
            Assert.That(entry.Level, Is.EqualTo(level));
            Assert.That(entry.Category, Is.EqualTo("GoogleCheckout.CheckoutClient"));
            Assert.That(entry.GetText(), Does.Contain("charge-order").And.Contain(Order));
        });
    }

    [Test]
    public async Task HelloAsync_WhenRetried_RecordsOneActivityAndALogEntry()
    {
        using var listening = new Listening();
        var log = new FakeLogCollector();
        using var client = Client(number => number == 1 ? SampleResponses.Page(HttpStatusCode.ServiceUnavailable, SampleResponses.Html) : SampleResponses.Xml(SampleResponses.Bye), log);

        await client.HelloAsync();

        Assert.That(log.GetSnapshot().Select(entry => entry.Id.Id), Is.EqualTo(new[] { 104, 102 }));
    }

    [Test]
    public async Task OnMessage_WhenSet_ReceivesBothDocuments()
    {
        var entries = new List<MessageLogEntry>();
        var options = TestMerchant.Options();
        options.OnMessage = entries.Add;
        using var network = new StubHandler(_ => SampleResponses.Xml(SampleResponses.RequestReceived));
        using var client = new CheckoutClient(new HttpClient(network), options);

        await client.SendBuyerMessageAsync(Order, "Dear Mrs Miller", sendEmail: true);

        Assert.Multiple(() =>
        {
            Assert.That(entries.Select(entry => entry.ToString()), Is.EqualTo(new[] { "send-buyer-message sent", "send-buyer-message received 200" }));
            Assert.That(entries.Select(entry => entry.Endpoint.AbsoluteUri), Has.All.EqualTo(TestMerchant.RequestEndpoint));
            Assert.That(entries[0].Xml, Does.Contain(Order).And.Contain("<send-email>true</send-email>").And.Contain("<message>***</message>").And.Not.Contain("Miller"));
            Assert.That(entries[1].Xml, Does.Contain("receipt-1"));
        });
    }

    [Test]
    public async Task OnMessage_WhenItThrows_ChargeContinues()
    {
        var log = new FakeLogCollector();
        var options = TestMerchant.Options();
        options.LoggerFactory = log.CreateFactory();
        options.OnMessage = _ => throw new IOException("disk full");
        using var network = new StubHandler(_ => SampleResponses.Xml(SampleResponses.RequestReceived));
        using var client = new CheckoutClient(new HttpClient(network), options);

        await client.SendAsync(new ChargeOrderRequest { GoogleOrderNumber = Order });

        Assert.That(log.GetSnapshot().Select(entry => entry.Id.Id), Is.EqualTo(new[] { 109, 109, 101 }));
    }

    private static CheckoutClient Client(Func<int, HttpResponseMessage> answer, FakeLogCollector log)
    {
        var options = TestMerchant.Options();
        options.LoggerFactory = log.CreateFactory();
        return new CheckoutClient(new HttpClient(new StubHandler(answer)), options);
    }

    private sealed class Listening : IDisposable
    {
        private const string Name = "GoogleCheckout.Sdk";

        private readonly ActivityListener _activities;
        private readonly MeterListener _meters;
        private readonly ConcurrentQueue<Activity> _stopped = new();
        private readonly ConcurrentQueue<string> _measured = new();

        public Listening()
        {
            _activities = new ActivityListener
            {
                ShouldListenTo = source => source.Name == Name,
                Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
                ActivityStopped = _stopped.Enqueue,
            };
            ActivitySource.AddActivityListener(_activities);
            _meters = new MeterListener
            {
                InstrumentPublished = (instrument, listener) =>
                {
                    if (instrument.Meter.Name == Name)
                    {
                        listener.EnableMeasurementEvents(instrument);
                    }
                },
            };
            _meters.SetMeasurementEventCallback<double>((instrument, _, tags, _) => _measured.Enqueue($"{instrument.Name} {string.Join(' ', tags.ToArray().Select(tag => tag.Value))}"));
            _meters.Start();
        }

        public IReadOnlyList<Activity> Activities => [.. _stopped];

        public IReadOnlyList<string> Measurements => [.. _measured];

        public void Dispose()
        {
            _activities.Dispose();
            _meters.Dispose();
        }
    }
}
