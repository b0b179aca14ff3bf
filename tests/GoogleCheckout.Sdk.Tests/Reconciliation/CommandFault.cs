namespace GoogleCheckout.Orders;

/// <summary>What happens to a command that is sent to the <see cref="ModelService"/>.</summary>
public enum CommandFault
{
    None,

    /// <summary>The service cannot be reached.</summary>
    NotSent,

    /// <summary>The service rejects the command because it is busy.</summary>
    Refused,

    /// <summary>The connection is dropped before the service executes the command.</summary>
    LostBefore,

    /// <summary>The connection is dropped after the service executed the command.</summary>
    LostAfter,

    /// <summary>The connection is dropped, and the service executes the command some seconds later.</summary>
    LostLate,

    /// <summary>The caller cancels while the command is sent, and the service executes it some seconds later.</summary>
    CanceledLate,

    /// <summary>The command is accepted and executed some seconds later.</summary>
    AcceptedLate,
}
