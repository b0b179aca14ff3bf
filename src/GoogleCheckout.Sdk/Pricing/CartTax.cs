using GoogleCheckout.Carts;
using GoogleCheckout.Orders;

namespace GoogleCheckout.Pricing;

/// <summary>Calculates the tax of a cart from its tax tables, for one address. Each table is evaluated once.</summary>
internal sealed class CartTax(TaxTables? tables, Address? address, RoundingPolicy policy, CartAmounts amounts)
{
    private readonly Dictionary<string, AppliedRate> _byTable = new(StringComparer.OrdinalIgnoreCase);
    private readonly NormalizedAddress? _address = address is null ? null : new NormalizedAddress(address);
    private readonly int _decimals = amounts.Subtotal.MinorUnitDigits;
    private Dictionary<string, AlternateTaxTable>? _tables;
    private AppliedRate? _default;

    private AppliedRate Default => _default ??= GetDefaultRate();

    /// <summary>Returns the tax of each item, and of shipping.</summary>
    public IReadOnlyList<CartTaxLine> GetLines(IReadOnlyList<Item> items, ShippingAdjustment? shipping)
    {
        var lines = new List<CartTaxLine>(items.Count + 1);
        for (var index = 0; index < items.Count; index++)
        {
            var item = items[index];
            var appliedRate = string.IsNullOrEmpty(item.TaxTableSelector) ? Default : GetRate(item.TaxTableSelector!, index);
            lines.Add(CreateLine(item, amounts.GetItemPrice(item, index), appliedRate));
        }

        if (shipping is not null)
        {
            lines.Add(CreateLine(item: null, shipping.ShippingCost.Amount, Default is { ShippingTaxed: true } taxed ? taxed : AppliedRate.None));
        }

        return lines;
    }

    /// <summary>Returns the total tax. It is never negative, even if discounts are.</summary>
    public Money GetTotal(IReadOnlyList<CartTaxLine> lines)
    {
        var sum = 0m;
        foreach (var line in lines)
        {
            sum += line.Tax.Amount;
        }

        return amounts.Money(Math.Max(0m, policy.Mode.Round(sum, _decimals)), "The tax");
    }

    private CartTaxLine CreateLine(Item? item, decimal amount, AppliedRate appliedRate)
    {
        var tax = amounts.Tax(amount, appliedRate.Rate, "The tax");
        return new CartTaxLine
        {
            Item = item,
            Amount = new Money(amount, amounts.Currency),
            Rate = appliedRate.Rate,
            TaxTable = appliedRate.Table,
            Tax = policy.Rule switch
            {
                RoundingRule.PerLine => tax with { Amount = policy.Mode.Round(tax.Amount, _decimals) },
                RoundingRule.PerItem => amounts.Money(GetUnitTax(item?.UnitPrice.Amount ?? amount, appliedRate.Rate) * (item?.Quantity ?? 1), "The tax"),
                RoundingRule.Total => tax,
                _ => throw new ArgumentException("RoundingPolicy.Rule is not a defined rounding rule."),
            },
        };
    }

    // Shipping is one unit.
    private decimal GetUnitTax(decimal price, decimal rate) => policy.Mode.Round(amounts.Tax(price, rate, "The tax").Amount, _decimals);

    private AppliedRate GetRate(string selector, int index)
    {
        // Without any tables, nothing is taxed. Otherwise the table that an item selects must exist.
        if (tables is null)
        {
            return AppliedRate.None;
        }

        if (!_byTable.TryGetValue(selector, out var appliedRate))
        {
            _tables ??= GetFirstByName(tables.AlternateTaxTables);
            appliedRate = _tables.TryGetValue(selector, out var table)
                ? GetRate(table)
                : throw new ArgumentException($"{CartAmounts.GetPath(index)}/tax-table-selector names a tax table that does not exist.");
            _byTable.Add(selector, appliedRate);
        }

        return appliedRate;
    }

    private static Dictionary<string, AlternateTaxTable> GetFirstByName(IReadOnlyList<AlternateTaxTable> tables) => tables
        .GroupBy(table => table.Name, StringComparer.OrdinalIgnoreCase)
        .ToDictionary(same => same.Key, same => same.First(), StringComparer.OrdinalIgnoreCase);

    private AppliedRate GetRate(AlternateTaxTable table)
    {
        var rule = table.AlternateTaxRules.FirstOrDefault(rule => Matches(rule.TaxArea, rule.TaxAreas));
        return rule is null && table.Standalone != true
            ? Default
            : new AppliedRate(rule?.Rate ?? 0m, table.Name, ShippingTaxed: false);
    }

    private AppliedRate GetDefaultRate() =>
        tables?.DefaultTaxTable?.TaxRules.FirstOrDefault(rule => Matches(rule.TaxArea, rule.TaxAreas)) is { } rule
            ? new AppliedRate(rule.Rate ?? 0m, Table: null, rule.ShippingTaxed == true)
            : AppliedRate.None;

    private bool Matches(Area? area, IReadOnlyList<Area> areas) => (area is not null && Contains(area)) || areas.Any(Contains);

    private bool Contains(Area area) => area is WorldArea || area.Covers(_address
        ?? throw new ArgumentException($"The tax depends on the shipping address: set {nameof(CartSelections)}.{nameof(CartSelections.ShippingAddress)}."));

    /// <summary>The rate that a table applies at the address.</summary>
    private sealed record AppliedRate(decimal Rate, string? Table, bool ShippingTaxed)
    {
        public static AppliedRate None { get; } = new(0m, Table: null, ShippingTaxed: false);
    }
}
