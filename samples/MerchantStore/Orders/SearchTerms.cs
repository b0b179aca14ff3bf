using MerchantStore.Data;

namespace MerchantStore.Orders;

/// <summary>The terms by which orders are found: each number, each e-mail address, and each name from each of its words on.</summary>
internal static class SearchTerms
{
    // An index has no place for the texts of anybody who wants to fill it.
    private const int MaxLength = 100;
    private const int MaxWords = 8;

    /// <summary>Returns a text as the terms have it: in lower case, with single spaces; empty if there is nothing to search for.</summary>
    public static string Normalize(string? text)
    {
        var words = (text ?? string.Empty).Split([' ', '\t', '\r', '\n', '\0', '\u00a0'], StringSplitOptions.RemoveEmptyEntries);
        var joined = string.Join(' ', words).ToLowerInvariant();
        return joined.Length <= MaxLength ? joined
            : char.IsHighSurrogate(joined[MaxLength - 1]) ? joined[..(MaxLength - 1)]
            : joined[..MaxLength];
    }

    /// <summary>Adds the terms of texts to an order, whose terms are loaded.</summary>
    public static void AddSearchTerms(this Order order, params IEnumerable<string?> texts)
    {
        var added = texts.SelectMany(Get).Except(order.SearchTerms.Select(each => each.Term));
        order.SearchTerms.AddRange([.. added.Select(term => new OrderSearchTerm { OrderNumber = order.Number, Term = term })]);
    }

    // "Ada van Example" is found by "ada", "van ex" and "example".
    private static IEnumerable<string> Get(string? text)
    {
        var words = Normalize(text).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return Enumerable.Range(0, Math.Min(words.Length, MaxWords)).Select(first => string.Join(' ', words.Skip(first)));
    }
}
