namespace GoogleCheckout.Client;

/// <summary>The last tokens of one enumeration of pages, with which pages that repeat are recognized.</summary>
/// <param name="first">The token of the first page; null if it has none.</param>
internal sealed class PageTokens(string? first)
{
    private const int MaxRemembered = 1000;

    private readonly HashSet<string> _used = first is null ? [] : [first];
    private readonly Queue<string> _order = new(first is null ? [] : [first]);

    /// <summary>Returns the token of the next page; null at the end.</summary>
    /// <exception cref="CheckoutException">It is the token of a previous page, so the pages would never end.</exception>
    public string? Next(string? token)
    {
        if (string.IsNullOrEmpty(token))
        {
            return null;
        }

        if (!_used.Add(token!))
        {
            throw new CheckoutException("The service returned the token of a previous page as the token of the next page. What was returned until here is everything available.");
        }

        _order.Enqueue(token!);
        if (_order.Count > MaxRemembered)
        {
            _used.Remove(_order.Dequeue());
        }

        return token;
    }
}
