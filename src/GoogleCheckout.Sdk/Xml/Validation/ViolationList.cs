using System.Xml;

namespace GoogleCheckout.Xml;

/// <summary>The violations of a document so far, in the order in which they were found.</summary>
internal sealed class ViolationList(XmlReader reader)
{
    public const int Max = 100;

    private const int MaxValueLength = 60;

    private readonly List<SchemaViolation> _violations = [];
    private readonly IXmlLineInfo _place = (IXmlLineInfo)reader;

    public IReadOnlyList<SchemaViolation> Violations => _violations.AsReadOnly();

    /// <summary>The line and position of the reader.</summary>
    public (int Line, int Position) Place => (_place.LineNumber, _place.LinePosition);

    /// <summary>Whether further violations are not listed.</summary>
    public bool IsFull => _violations.Count == Max;

    public void Add(SchemaViolationKind kind, string path, (int Line, int Position) place, string reason, string? value = null)
    {
        if (!IsFull)
        {
            _violations.Add(new SchemaViolation { Kind = kind, Path = path, LineNumber = place.Line, LinePosition = place.Position, Reason = reason, Value = value });
        }
    }

    /// <summary>Adds a value that its type does not allow. The value is quoted unless it is text or describes a buyer.</summary>
    public void AddValue(string path, (int Line, int Position) place, SimpleType type, string text, string error)
    {
        var value = type.IsText || DescribesBuyer(path) ? null : Shorten(text.Trim(SimpleType.WhiteSpace));
        var actual = string.IsNullOrWhiteSpace(text) && !type.IsText ? ", but is empty" : value is null ? string.Empty : $", but is '{value}'";
        Add(SchemaViolationKind.InvalidValue, path, place, error + actual, value);
    }

    /// <summary>Returns the beginning of a value, which may have any length.</summary>
    public static string Shorten(string text) => text.Length > MaxValueLength ? text.Remove(MaxValueLength) + "..." : text;

    private static bool DescribesBuyer(string path) => path.Split('/').Any(step => step is "risk-information" || step.EndsWith("address", StringComparison.Ordinal));
}
