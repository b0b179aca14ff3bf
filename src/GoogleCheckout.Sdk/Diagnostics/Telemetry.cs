using System.Diagnostics;
using System.Diagnostics.Metrics;
using GoogleCheckout.Http;

namespace GoogleCheckout.Diagnostics;

/// <summary>Where the activities and metrics of this package come from.</summary>
internal static class Telemetry
{
    private const string Source = "GoogleCheckout.Sdk";

    public static readonly ActivitySource Activities = new(Source, RequestHeaders.Version);
    public static readonly Meter Meter = new(Source, RequestHeaders.Version);
}
