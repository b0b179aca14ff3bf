using System.Diagnostics;
using NUnit.Framework;

namespace GoogleCheckout.Sandbox.Docs;

/// <summary>The code of docs/telemetry.md, compiled and run.</summary>
public class TelemetrySnippets
{
    [Test]
    public async Task OnMessage_OfACart_HasTheDocumentsMasked()
    {
        var log = new StringWriter();
        await using var sandbox = await CheckoutSandbox.StartAsync(new CheckoutSandboxOptions { Seed = 1 });
        var options = sandbox.CreateOptions();

        // <message-log>
        options.OnMessage = entry => log.WriteLine($"{entry}: {entry.Xml}");
        // </message-log>
        using var client = new CheckoutClient(options);
        await client.SendBuyerMessageAsync((await sandbox.PlaceOrderAsync(await client.CheckoutAsync(SampleCarts.Books))).GoogleOrderNumber, "Dear Ada");

        Assert.That(log.ToString(), Does.Contain("<unit-price currency=\"USD\">20.00</unit-price>").And.Contain("<message>***</message>").And.Not.Contain("Ada").And.Not.Contain("4711"));
    }

    [Test]
    public async Task Activities_OfACall_AreHeard()
    {
        var names = new List<string>();
        await using var sandbox = await CheckoutSandbox.StartAsync();
        using var client = sandbox.CreateClient();

        // <listen>
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == CheckoutTelemetry.ActivitySourceName,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity =>
            {
                lock (names)
                {
                    names.Add(activity.DisplayName);
                }
            },
        };
        ActivitySource.AddActivityListener(listener);
        // </listen>
        await client.HelloAsync();

        lock (names)
        {
            Assert.That(names, Does.Contain("hello"));
        }
    }
}
