namespace GoogleCheckout.Sandbox;

internal enum SandboxFaultKind
{
    Refuse,
    Delay,
    Unavailable,
    Truncate,
    DropBefore,
    DropDuring,
    DropAfter,

    /// <summary>The test's code for faults threw an exception.</summary>
    Failed,
}
