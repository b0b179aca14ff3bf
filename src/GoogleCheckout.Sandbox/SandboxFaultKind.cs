namespace GoogleCheckout.Sandbox;

internal enum SandboxFaultKind
{
    Refuse,
    Delay,
    Unavailable,
    Truncate,
    DropBefore,
    DropAfter,
}
