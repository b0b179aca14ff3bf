namespace GoogleCheckout.Cli.Sandbox;

/// <summary>How much the sandbox says about its traffic.</summary>
internal enum TrafficDetail
{
    /// <summary>Only notifications that are not acknowledged, and calculations that do not count.</summary>
    Failures,

    /// <summary>Each request and each delivery, too.</summary>
    Messages,

    /// <summary>Each calculation and each change of an order, too.</summary>
    Everything,
}
