using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Reflection;

namespace GoogleCheckout.Diagnostics;

/// <summary>Where the activities and metrics of this package come from.</summary>
internal static class Telemetry
{
    private const string Source = "GoogleCheckout.Sdk";

    /// <summary>The version of this package, without the commit it was built from.</summary>
    public static readonly string Version = typeof(Telemetry).Assembly
        .GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    public static readonly ActivitySource Activities = new(Source, Version);
    public static readonly Meter Meter = new(Source, Version);
}
