namespace GoogleCheckout.Orders;

/// <summary>Validates a command before it is sent, as far as this is possible without the order. The service validates everything else.</summary>
internal static class OrderCommandValidator
{
    // The limit of the service is 254 characters in one source and 255 in another: 254 satisfies both.
    private const int MaxMessageLength = OrderRules.MaxMessageLength - 1;

    /// <summary>Throws an exception if the command is invalid.</summary>
    /// <param name="command">The command.</param>
    /// <param name="parameter">The name of the parameter that is the command; null if its properties are parameters.</param>
    /// <exception cref="ArgumentNullException">The command is null.</exception>
    /// <exception cref="ArgumentException">The command is invalid.</exception>
    public static void EnsureValid(OrderCommand command, string? parameter)
    {
        if (CommandError.Find(command ?? throw new ArgumentNullException(parameter), MaxMessageLength) is { } error)
        {
            throw new ArgumentException($"{error}.", parameter ?? char.ToLowerInvariant(error.Property[0]) + error.Property.Substring(1));
        }
    }
}
