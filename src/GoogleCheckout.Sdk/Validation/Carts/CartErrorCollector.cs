using System.Xml.Linq;
using GoogleCheckout.Carts;
using GoogleCheckout.Xml;

namespace GoogleCheckout.Validation.Carts;

/// <summary>The faults found so far on the way through a cart, and the rules for amounts and lists, which are the same everywhere.</summary>
internal sealed class CartErrorCollector(CartValidationContext facts)
{
    private readonly List<CartValidationError> _found = [];
    private string? _currency;

    public CartValidationContext Facts => facts;

    public IReadOnlyList<CartValidationError> Found => _found;

    /// <summary>The currency of the first amount on the way; null before there was one.</summary>
    public string? Currency => _currency;

    /// <summary>Notes a fault; null is none.</summary>
    public void Note(ElementPath place, string? reason)
    {
        if (reason is not null)
        {
            _found.Add(new CartValidationError { Path = place.ToString(), Reason = reason });
        }
    }

    public void Amount(ElementPath place, Money money, bool mayBeNegative = false) =>
        Note(place, GetError(money) ?? (money.Amount < 0 && !mayBeNegative ? "may not be negative" : null));

    /// <summary>The items of a list, all of one name.</summary>
    public void Each<T>(ElementPath container, XName name, IReadOnlyList<T>? items, Action<CartErrorCollector, ElementPath, T> check)
        where T : class =>
        Each(container, items, _ => name, check);

    /// <summary>The items of a list, each of a name of its own; they are counted by their names.</summary>
    public void Each<T>(ElementPath container, IReadOnlyList<T>? items, Func<T, XName> nameOf, Action<CartErrorCollector, ElementPath, T> check)
        where T : class
    {
        if (items is null || items.Contains(null!))
        {
            Note(container, items is null ? "is missing" : "holds null");
            return;
        }

        var counts = items.GroupBy(nameOf).ToDictionary(group => group.Key, group => group.Count());
        var numbers = new Dictionary<XName, int>();
        foreach (var item in items)
        {
            var name = nameOf(item);
            var number = numbers[name] = numbers.TryGetValue(name, out var last) ? last + 1 : 1;
            check(this, container.To(name, number, counts[name]), item);
        }
    }

    private string? GetError(Money money)
    {
        _currency ??= money.HasCurrencyCode ? money.Currency : null;
        return money.Currency.Length == 0 ? "has no currency"
            : !money.HasCurrencyCode ? "has a currency that is no ISO 4217 code"
            : money.Currency != _currency ? $"is in {money.Currency}, but the amounts before it are in {_currency}"
            : money.IsBeyondAnyOrder ? "is more than any order can come to"
            : !money.IsWholeMinorUnits ? "has a fraction of the currency's smallest unit"
            : null;
    }
}
