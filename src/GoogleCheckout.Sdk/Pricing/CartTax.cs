using GoogleCheckout.Carts;
using GoogleCheckout.Orders;

namespace GoogleCheckout.Pricing;

/// <summary>The tax of a cart by its tables, for one address. Each table is looked through once.</summary>
internal sealed class CartTax(TaxTables? tables, Address? address, RoundingPolicy policy, CartAmounts amounts)
{
    private readonly Dictionary<string, TaxDecision> _byTable = new(StringComparer.OrdinalIgnoreCase);
    private readonly NormalizedAddress? _place = address is null ? null : new NormalizedAddress(address);
    private readonly int _decimals = amounts.Subtotal.MinorUnitDigits;
    private TaxDecision? _default;

    private TaxDecision Default => _default ??= DecideByDefault();

    /// <summary>The tax of each item, and of shipping.</summary>
    public IReadOnlyList<CartTaxLine> LinesOf(IReadOnlyList<Item> items, ShippingAdjustment? shipping)
    {
        var lines = new List<CartTaxLine>(items.Count + 1);
        for (var index = 0; index < items.Count; index++)
        {
            var item = items[index];
            var decision = string.IsNullOrEmpty(item.TaxTableSelector) ? Default : DecideBy(item.TaxTableSelector!, index);
            lines.Add(Line(item, amounts.OfItem(item, index), decision));
        }

        if (shipping is not null)
        {
            lines.Add(Line(item: null, shipping.ShippingCost.Amount, Default is { ShippingTaxed: true } taxed ? taxed : TaxDecision.None));
        }

        return lines;
    }

    /// <summary>The tax in all; never less than nothing, whatever the discounts.</summary>
    public Money TotalOf(IReadOnlyList<CartTaxLine> lines)
    {
        var sum = 0m;
        foreach (var line in lines)
        {
            sum += line.Tax.Amount;
        }

        return amounts.Money(Math.Max(0m, policy.Mode.Round(sum, _decimals)), "The tax");
    }

    private CartTaxLine Line(Item? item, decimal amount, TaxDecision decision)
    {
        var tax = amounts.Tax(amount, decision.Rate, "The tax");
        return new CartTaxLine
        {
            Item = item,
            Amount = new Money(amount, amounts.Currency),
            Rate = decision.Rate,
            TaxTable = decision.Table,
            Tax = policy.Rule switch
            {
                RoundingRule.PerLine => tax with { Amount = policy.Mode.Round(tax.Amount, _decimals) },
                RoundingRule.Total => tax,
                _ => throw new ArgumentException("The rounding policy has no rule."),
            },
        };
    }

    private TaxDecision DecideBy(string selector, int index)
    {
        // Tables of an account that are not known tax nothing; tables that are known must have the one an item names.
        if (tables is null)
        {
            return TaxDecision.None;
        }

        if (!_byTable.TryGetValue(selector, out var decision))
        {
            var table = tables.AlternateTaxTables.FirstOrDefault(table => table.Name.Equals(selector, StringComparison.OrdinalIgnoreCase))
                ?? throw new ArgumentException($"{CartAmounts.PathOf(index)}/tax-table-selector names a tax table there is none of.");
            decision = DecideBy(table);
            _byTable.Add(selector, decision);
        }

        return decision;
    }

    private TaxDecision DecideBy(AlternateTaxTable table)
    {
        var rule = table.AlternateTaxRules.FirstOrDefault(rule => IsFor(rule.TaxArea, rule.TaxAreas));
        return rule is null && table.Standalone != true
            ? Default
            : new TaxDecision(rule?.Rate ?? 0m, table.Name, ShippingTaxed: false);
    }

    private TaxDecision DecideByDefault() =>
        tables?.DefaultTaxTable?.TaxRules.FirstOrDefault(rule => IsFor(rule.TaxArea, rule.TaxAreas)) is { } rule
            ? new TaxDecision(rule.Rate ?? 0m, Table: null, rule.ShippingTaxed == true)
            : TaxDecision.None;

    private bool IsFor(Area? area, IReadOnlyList<Area> areas) => (area is not null && Contains(area)) || areas.Any(Contains);

    private bool Contains(Area area) => area is WorldArea || area.Covers(_place
        ?? throw new ArgumentException($"The tax depends on where the order goes: {nameof(CartSelections)}.{nameof(CartSelections.ShippingAddress)} is needed."));

    /// <summary>What the tables say for the address.</summary>
    private sealed record TaxDecision(decimal Rate, string? Table, bool ShippingTaxed)
    {
        public static TaxDecision None { get; } = new(0m, Table: null, ShippingTaxed: false);
    }
}
