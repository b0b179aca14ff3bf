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

    /// <summary>
    /// Adds a value that its type does not allow. The value is quoted unless it is text or describes a buyer; one that is not a word or a number may
    /// be a text in the wrong element, so only its length is shown.
    /// </summary>
    public void AddValue(string path, (int Line, int Position) place, SimpleType type, string text, string error)
    {
        var trimmed = text.Trim(SimpleType.WhiteSpace);
        var isHidden = type.IsText || DescribesBuyer(path);
        var value = !isHidden && IsWord(trimmed.Trim()) ? Shorten(trimmed) : null;
        var actual = string.IsNullOrWhiteSpace(text) && !type.IsText ? ", but is empty"
            : value is not null ? $", but is '{value}'"
            : isHidden ? string.Empty
            : FormattableString.Invariant($", but is a text of {trimmed.Length} characters");
        Add(SchemaViolationKind.InvalidValue, path, place, error + actual, value);
    }

    /// <summary>Returns the beginning of a value, which may have any length.</summary>
    public static string Shorten(string text) => QuotedText.Of(text, MaxValueLength);

    // Looks only at the part that is quoted.
    private static bool IsWord(string text) =>
        text.Take(MaxValueLength).All(character => character is (>= '0' and <= '9') or (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or '_' or '-' or '+' or '.' or ',' or ':');

    private static bool DescribesBuyer(string path) => path.Split('/').Any(step => step is "risk-information" || step.EndsWith("address", StringComparison.Ordinal));
}
