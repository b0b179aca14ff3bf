using GoogleCheckout.Calculations;

namespace GoogleCheckout.Validation.Calculations;

/// <summary>Collects the issues of results. A path is created only for an issue, because IDs and names may be long and each result repeats them.</summary>
internal sealed class CalculationIssues
{
    private const int MaxListed = 100;

    private readonly List<MerchantCalculationIssue> _listed = [];
    private int _others;

    /// <summary>Adds an issue of a requested result.</summary>
    /// <param name="cell">The address ID and the shipping method of the result.</param>
    /// <param name="part">The path inside the result; empty for the result itself.</param>
    /// <param name="reason">The reason, as the end of a sentence.</param>
    public void Add((string AddressId, string? ShippingName) cell, string part, string reason)
    {
        if (HasRoom())
        {
            _listed.Add(new() { Path = GetPath(cell) + part, Reason = reason });
        }
    }

    /// <summary>Adds an issue of a result that was not requested. Its position identifies it, because a wrong ID can contain anything.</summary>
    /// <param name="position">The position in the results, from 1.</param>
    /// <param name="reason">The reason, as the end of a sentence.</param>
    public void Add(int position, string reason)
    {
        if (HasRoom())
        {
            _listed.Add(new() { Path = $"results/result[{position}]", Reason = reason });
        }
    }

    /// <summary>Returns the issues, and one with the number of those that are not listed.</summary>
    public IReadOnlyList<MerchantCalculationIssue> ToList() => _others == 0
        ? _listed
        : [.. _listed, new() { Path = "results", Reason = FormattableString.Invariant($"has {_others} more issues, which are not listed") }];

    private bool HasRoom()
    {
        var hasRoom = _listed.Count < MaxListed;
        _others += hasRoom ? 0 : 1;
        return hasRoom;
    }

    private static string GetPath((string AddressId, string? ShippingName) cell) => cell.ShippingName is { } name
        ? $"results/result[@address-id='{QuotedText.OfIdentifier(cell.AddressId, QuotedText.NameLength)}' and @shipping-name='{QuotedText.Of(name)}']"
        : $"results/result[@address-id='{QuotedText.OfIdentifier(cell.AddressId, QuotedText.NameLength)}']";
}
