using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Reflection;

namespace GoogleCheckout.Diagnostics;

/// <summary>The sources of this package's activities and metrics.</summary>
internal static class Telemetry
{
    /// <summary>The version of this package, without the commit.</summary>
    public static readonly string Version = typeof(Telemetry).Assembly
        .GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    public static readonly ActivitySource Activities = new(CheckoutTelemetry.ActivitySourceName, Version);
    public static readonly Meter Meter = new(CheckoutTelemetry.MeterName, Version);
}
