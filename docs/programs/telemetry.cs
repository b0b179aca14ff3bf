// <program>
using System.Diagnostics;
using System.Diagnostics.Metrics;
using GoogleCheckout;
using GoogleCheckout.Sandbox;

using var activities = new ActivityListener
{
    ShouldListenTo = source => source.Name == CheckoutTelemetry.ActivitySourceName,
    Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
    ActivityStopped = activity => Console.WriteLine($"{activity.DisplayName}: {activity.GetTagItem(CheckoutTelemetry.OutcomeTag)}"),
};
ActivitySource.AddActivityListener(activities);

using var metrics = new MeterListener
{
    InstrumentPublished = (instrument, listener) =>
    {
        if (instrument.Name == CheckoutTelemetry.OperationDuration)
        {
            listener.EnableMeasurementEvents(instrument);
        }
    },
};
metrics.SetMeasurementEventCallback<double>((instrument, value, _, _) => Console.WriteLine($"{instrument.Name}: {value:0.000} {instrument.Unit}"));
metrics.Start();

await using var sandbox = await CheckoutSandbox.StartAsync();
using var client = sandbox.CreateClient();
await client.HelloAsync();
// </program>
