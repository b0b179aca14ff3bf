using GoogleCheckout.Carts;
using GoogleCheckout.Xml;

namespace GoogleCheckout.Validation.Carts;

/// <summary>Validates the tax tables of a cart.</summary>
internal static class TaxValidator
{
    private const int MaxTableNameLength = 255;
    private const string EmptyError = "is empty, so that nothing is taxed and the rates of the account are ignored: remove it, or use TaxTables.NoTax if this is intended";

    public static void Validate(CartErrorCollector errors, ElementPath path, TaxTables tables)
    {
        errors.Add(path, IsEmpty(tables) ? EmptyError : null);
        ValidateDefault(errors, path.To(Elements.DefaultTaxTable), tables);
        var alternates = path.To(Elements.AlternateTaxTables);
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        errors.ValidateEach(alternates, Elements.AlternateTaxTable, tables.AlternateTaxTables, (_, tablePath, table) =>
        {
            var isNew = table.Name is null || names.Add(table.Name);
            errors.Add(tablePath.ToAttribute(Attributes.Name), TextRules.GetNameError(table.Name, MaxTableNameLength) ?? (isNew ? null : "is already the name of another table"));
            var order = new TaxRuleOrder();
            errors.ValidateEach(tablePath.To(Elements.AlternateTaxRules), Elements.AlternateTaxRule, table.AlternateTaxRules, (_, rulePath, rule) =>
                ValidateRule(errors, rulePath, rule.Rate, rule.TaxArea, rule.TaxAreas, order));
        });
    }

    // It is another error if the element for the rules is missing.
    private static bool IsEmpty(TaxTables tables) =>
        tables is { MerchantCalculated: not true, DefaultTaxTable: null or { TaxRules.Count: 0 }, AlternateTaxTables.Count: 0 } && tables.DefaultTaxTable?.TaxRules is not AbsentContainer<DefaultTaxRule>;

    private static void ValidateDefault(CartErrorCollector errors, ElementPath path, TaxTables tables)
    {
        errors.AddWarning(path, tables is { MerchantCalculated: true, DefaultTaxTable: null or { TaxRules.Count: 0 } } ? "has no rule, so that nothing is taxed if the merchant does not respond" : null);
        if (tables.DefaultTaxTable is { } table)
        {
            var order = new TaxRuleOrder();
            errors.ValidateEach(path.To(Elements.TaxRules), Elements.DefaultTaxRule, table.TaxRules, (_, rulePath, rule) =>
                ValidateRule(errors, rulePath, rule.Rate, rule.TaxArea, rule.TaxAreas, order));
        }
    }

    private static void ValidateRule(CartErrorCollector errors, ElementPath path, decimal? rate, Area? area, IReadOnlyList<Area>? areas, TaxRuleOrder order)
    {
        errors.Add(path, GetError(area, areas));
        order.Validate(errors, path, area, areas);
        errors.Add(path, Elements.Rate, GetError(rate));
        if (area is not null)
        {
            AreaValidator.ValidateOnly(errors, path.To(Elements.TaxArea), area);
        }

        AreaValidator.ValidateAll(errors, path.To(Elements.TaxAreas), areas);
    }

    private static string? GetError(Area? area, IReadOnlyList<Area>? areas) =>
        area is null && areas is { Count: 0 } ? "needs a tax-area or tax-areas"
        : area is not null && areas is { Count: > 0 } ? "has both a tax-area and tax-areas"
        : null;

    private static string? GetError(decimal? rate) =>
        rate is null ? "is missing"
        : rate < 0 ? "must not be negative"
        : rate > 1 ? FormattableString.Invariant($"is {rate}, but must be 1 or less: 0.0825 is 8.25 percent")
        : null;
}
