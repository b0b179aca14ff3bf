using GoogleCheckout.Carts;
using GoogleCheckout.Xml;

namespace GoogleCheckout.Validation.Carts;

/// <summary>The tax rates of a cart.</summary>
internal static class TaxValidator
{
    private const int MaxTableNameLength = 255;
    private const string Emptiness = "is empty, so that nothing is taxed whatever the account's own rates are: leave it out, or set TaxTables.NoTax if that is meant";

    public static void In(CartErrorCollector faults, ElementPath path, TaxTables tables)
    {
        faults.Note(path, IsEmpty(tables) ? Emptiness : null);
        InDefault(faults, path.To(Elements.DefaultTaxTable), tables);
        var alternates = path.To(Elements.AlternateTaxTables);
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        faults.Each(alternates, Elements.AlternateTaxTable, tables.AlternateTaxTables, (_, place, table) =>
        {
            var isNew = table.Name is null || names.Add(table.Name);
            faults.Note(place.ToAttribute(Attributes.Name), TextRules.GetNameError(table.Name, MaxTableNameLength) ?? (isNew ? null : "is the name of a table before it"));
            faults.Each(place.To(Elements.AlternateTaxRules), Elements.AlternateTaxRule, table.AlternateTaxRules, In);
        });
    }

    // Rates for when the shop gives no answer are a rule of their own.
    private static bool IsEmpty(TaxTables tables) =>
        tables is { MerchantCalculated: not true, DefaultTaxTable: null or { TaxRules.Count: 0 }, AlternateTaxTables.Count: 0 };

    private static void InDefault(CartErrorCollector faults, ElementPath path, TaxTables tables)
    {
        if (tables is { MerchantCalculated: true, DefaultTaxTable: null or { TaxRules.Count: 0 } })
        {
            faults.Note(path, "needs a rule for when the shop gives no answer");
        }
        else if (tables.DefaultTaxTable is { } table)
        {
            faults.Each(path.To(Elements.TaxRules), Elements.DefaultTaxRule, table.TaxRules, In);
        }
    }

    private static void In(CartErrorCollector faults, ElementPath path, DefaultTaxRule rule) => InRule(faults, path, rule.Rate, rule.TaxArea, rule.TaxAreas);

    private static void In(CartErrorCollector faults, ElementPath path, AlternateTaxRule rule) => InRule(faults, path, rule.Rate, rule.TaxArea, rule.TaxAreas);

    private static void InRule(CartErrorCollector faults, ElementPath path, decimal? rate, Area? area, IReadOnlyList<Area>? areas)
    {
        faults.Note(path, GetError(area, areas));
        faults.Note(path.To(Elements.Rate), GetError(rate));
        if (area is not null)
        {
            AreaValidator.InOnly(faults, path.To(Elements.TaxArea), area);
        }

        AreaValidator.InAll(faults, path.To(Elements.TaxAreas), areas);
    }

    private static string? GetError(Area? area, IReadOnlyList<Area>? areas) =>
        area is null && areas is { Count: 0 } ? "needs a tax-area or tax-areas"
        : area is not null && areas is { Count: > 0 } ? "has both a tax-area and tax-areas"
        : null;

    private static string? GetError(decimal? rate) =>
        rate is null ? "is missing"
        : rate < 0 ? "may not be negative"
        : rate > 1 ? FormattableString.Invariant($"is {rate}, more than the price itself: 0.0825 is 8.25 percent")
        : null;
}
