namespace GoogleCheckout.Orders;

/// <summary>What a client can know to be wrong with a command without asking. Everything else the service judges.</summary>
internal static class OrderCommandValidator
{
    // The service took 254 characters by one source and 255 by another: sending the fewer suits both.
    private const int MaxMessageLength = OrderRules.MaxMessageLength - 1;

    /// <param name="command">The command.</param>
    /// <param name="parameter">The parameter the command came in; null where its properties were parameters themselves.</param>
    /// <exception cref="ArgumentException">Something is wrong with it.</exception>
    public static void EnsureValid(OrderCommand command, string? parameter)
    {
        if (CommandError.In(command ?? throw new ArgumentNullException(parameter), MaxMessageLength) is { } fault)
        {
            throw new ArgumentException($"{fault}.", parameter ?? char.ToLowerInvariant(fault.Property[0]) + fault.Property.Substring(1));
        }
    }
}
