namespace GoogleCheckout.Orders;

/// <summary>Validates a command before it is sent, as far as this is possible without the order. The service validates everything else.</summary>
internal static class OrderCommandValidator
{
    /// <summary>Throws an exception if the command is invalid.</summary>
    /// <param name="command">The command.</param>
    /// <param name="parameter">The name of the parameter that is the command; null if its properties are parameters.</param>
    /// <exception cref="ArgumentNullException">The command is null.</exception>
    /// <exception cref="ArgumentException">The command is invalid.</exception>
    public static void EnsureValid(OrderCommand command, string? parameter)
    {
        _ = command ?? throw new ArgumentNullException(parameter);
        if ((CommandError.Find(command) ?? IncompleteCommand.FindError(command)) is { } error)
        {
            throw new ArgumentException($"{error}.", parameter ?? GetParameter(error.Property.Split('.', '[')[0]));
        }
    }

    // The methods that take item IDs have a parameter for the IDs themselves.
    private static string GetParameter(string property) =>
        property == nameof(CancelItemsRequest.ItemIds) ? "merchantItemIds" : char.ToLowerInvariant(property[0]) + property.Substring(1);
}
