namespace GoogleCheckout.Outbox;

/// <summary>Specifies why a command of the outbox was not executed.</summary>
public enum CommandFailure
{
    /// <summary>The command was executed.</summary>
    None = 0,

    /// <summary>The order does not allow the command, for example because it was canceled.</summary>
    NotPossible,

    /// <summary>The service refused the command.</summary>
    Refused,

    /// <summary>The deadline passed while the order waited for something, or while the service could not be reached.</summary>
    DeadlinePassed,
}
