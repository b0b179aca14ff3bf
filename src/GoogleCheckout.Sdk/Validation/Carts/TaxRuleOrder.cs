using GoogleCheckout.Xml;

namespace GoogleCheckout.Validation.Carts;

/// <summary>
/// Finds the rules of one tax table that can never apply. The first rule whose area contains the address applies, so an area that an
/// earlier rule contains is never reached.
/// </summary>
internal sealed class TaxRuleOrder
{
    // By the key of an area, the first rule that has it.
    private readonly Dictionary<string, (int Number, ElementPath Path)> _firstRules = [];
    private int _count;

    /// <summary>Adds a warning if the next rule of the table can never apply, or one for each of its areas that is never reached.</summary>
    /// <param name="errors">The collector.</param>
    /// <param name="path">The path of the rule.</param>
    /// <param name="area">The only area; null if the rule has a list.</param>
    /// <param name="list">The list of areas; null or empty if the rule has one area.</param>
    public void Validate(CartErrorCollector errors, ElementPath path, Area? area, IReadOnlyList<Area>? list)
    {
        Area[] areas = area is not null ? [area] : [.. (list ?? []).Where(item => item is not null)];
        var hiding = areas.Select(FindFirst).ToList();
        if (hiding.Count > 0 && hiding.TrueForAll(rule => rule is not null))
        {
            errors.AddWarning(path, GetReason([.. hiding.Select(rule => rule!.Value).Distinct().OrderBy(rule => rule.Number).Select(rule => rule.Path)]));
        }
        else if (hiding.Exists(rule => rule is not null))
        {
            errors.ValidateEach(path.To(Elements.TaxAreas), areas, AreaValidator.GetElementName, (_, areaPath, item) =>
                errors.AddWarning(areaPath, FindFirst(item) is { } rule ? GetReason(rule.Path) : null));
        }

        _count++;
        foreach (var key in areas.Select(AreaInclusion.GetKey).Where(key => !_firstRules.ContainsKey(key)))
        {
            _firstRules.Add(key, (_count, path));
        }
    }

    private static string GetReason(params ElementPath[] rules) => rules.Length == 1
        ? $"can never apply: {rules[0]} comes first and contains the area"
        : $"can never apply: {string.Join(" and ", rules.Select(rule => rule.ToString()))} come first and contain the areas";

    private (int Number, ElementPath Path)? FindFirst(Area area)
    {
        (int Number, ElementPath Path)? first = null;
        foreach (var key in AreaInclusion.GetContainers(area))
        {
            first = _firstRules.TryGetValue(key, out var rule) && !(first?.Number < rule.Number) ? rule : first;
        }

        return first;
    }
}
