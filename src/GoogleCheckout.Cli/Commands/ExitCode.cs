namespace GoogleCheckout.Cli.Commands;

/// <summary>The exit codes of all commands.</summary>
internal static class ExitCode
{
    public const int Success = 0;

    /// <summary>Negative: there are faults, or the other side rejected what was sent.</summary>
    public const int Negative = 1;

    /// <summary>An option is invalid, or a file cannot be read or written. Nothing was sent.</summary>
    public const int InvalidInput = 2;

    /// <summary>There is no usable response. No command was executed; sending it again is safe.</summary>
    public const int NoResponse = 3;

    /// <summary>Whether the command was executed is not known. Look at the order before you send it again.</summary>
    public const int OutcomeUnknown = 4;

    /// <summary>Ctrl-C or a request to terminate ended the command.</summary>
    public const int Stopped = 130;

    /// <summary>The program that read the list ended before the list did. A shell reports this code for a program that a closed pipe ended.</summary>
    public const int OutputClosed = 141;
}
