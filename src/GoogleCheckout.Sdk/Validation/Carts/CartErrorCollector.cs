using System.Diagnostics.CodeAnalysis;
using System.Xml.Linq;
using GoogleCheckout.Carts;
using GoogleCheckout.Xml;

namespace GoogleCheckout.Validation.Carts;

/// <summary>Collects the errors of a cart, and contains the rules for amounts and lists, which are the same in all parts of a cart.</summary>
internal sealed class CartErrorCollector(CartValidationContext context)
{
    private readonly List<CartValidationError> _errors = [];
    private string? _currency;

    public CartValidationContext Context => context;

    public IReadOnlyList<CartValidationError> Errors => _errors;

    /// <summary>The currency of the first amount that was validated; null before that.</summary>
    public string? Currency => _currency;

    /// <summary>Adds an error; does nothing if the reason is null.</summary>
    public void Add(ElementPath path, string? reason) => Add(path, reason, isWarning: false);

    /// <summary>Adds a warning; does nothing if the reason is null.</summary>
    public void AddWarning(ElementPath path, string? reason) => Add(path, reason, isWarning: true);

    /// <summary>Adds an error of a child element; does nothing if the reason is null.</summary>
    public void Add(ElementPath container, XName name, string? reason)
    {
        if (reason is not null)
        {
            Add(container.To(name), reason);
        }
    }

    /// <summary>Adds a warning about a child element; does nothing if the reason is null.</summary>
    public void AddWarning(ElementPath container, XName name, string? reason)
    {
        if (reason is not null)
        {
            AddWarning(container.To(name), reason);
        }
    }

    /// <summary>Validates the amount of a child element.</summary>
    public void ValidateAmount(ElementPath container, XName name, Money money, bool mayBeNegative = false) =>
        Add(container, name, GetError(money) ?? (money.Amount < 0 && !mayBeNegative ? "must not be negative" : null));

    /// <summary>Validates the items of a list; all of them have the same element name.</summary>
    public void ValidateEach<T>(ElementPath container, XName name, IReadOnlyList<T>? items, Action<CartErrorCollector, ElementPath, T> validate)
        where T : class
    {
        if (!AreComplete(container, items))
        {
            return;
        }

        for (var i = 0; i < items.Count; i++)
        {
            validate(this, container.To(name, i + 1, items.Count), items[i]);
        }
    }

    /// <summary>Validates the items of a list with different element names. The index in a path counts the items of the same name.</summary>
    public void ValidateEach<T>(ElementPath container, IReadOnlyList<T>? items, Func<T, XName> getName, Action<CartErrorCollector, ElementPath, T> validate)
        where T : class
    {
        if (!AreComplete(container, items) || items.Count == 0)
        {
            return;
        }

        var counts = items.GroupBy(getName).ToDictionary(group => group.Key, group => group.Count());
        var numbers = new Dictionary<XName, int>();
        foreach (var item in items)
        {
            var name = getName(item);
            var number = numbers[name] = numbers.TryGetValue(name, out var last) ? last + 1 : 1;
            validate(this, container.To(name, number, counts[name]), item);
        }
    }

    /// <summary>Returns whether there is a list of items, none of which is null; otherwise adds the error.</summary>
    private bool AreComplete<T>(ElementPath container, [NotNullWhen(true)] IReadOnlyList<T>? items)
        where T : class
    {
        var error = items is null or AbsentContainer<T> ? "is missing" : ContainsNull(items) ? "contains null" : null;
        Add(container, error);
        return error is null;
    }

    private static bool ContainsNull<T>(IReadOnlyList<T> items)
        where T : class
    {
        for (var i = 0; i < items.Count; i++)
        {
            if (items[i] is null)
            {
                return true;
            }
        }

        return false;
    }

    private void Add(ElementPath path, string? reason, bool isWarning)
    {
        if (reason is not null)
        {
            _errors.Add(new CartValidationError { Path = path.ToString(), Reason = reason, IsWarning = isWarning });
        }
    }

    private string? GetError(Money money)
    {
        _currency ??= money.HasCurrencyCode ? money.Currency : null;
        return money.Currency.Length == 0 ? "has no currency"
            : !money.HasCurrencyCode ? "has a currency that is not an ISO 4217 code"
            : money.Currency != _currency ? $"is in {money.Currency}, but the previous amounts are in {_currency}"
            : money.IsBeyondAnyOrder ? "exceeds the maximum of an order"
            : !money.IsWholeMinorUnits ? "has a fraction of the currency's smallest unit"
            : null;
    }
}
