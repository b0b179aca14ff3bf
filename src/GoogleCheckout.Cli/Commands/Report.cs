using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace GoogleCheckout.Cli.Commands;

/// <summary>The fields of a result, as lines for a reader or as a JSON object on one line for a script.</summary>
/// <param name="fields">The names in camel case, and the values. A null is not written.</param>
internal sealed class Report(params IReadOnlyList<(string Name, object? Value)> fields)
{
    // The output is no part of an HTML page.
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly IReadOnlyList<(string Name, object Value)> _fields = [.. fields.Where(field => field.Value is not null).Select(field => (field.Name, field.Value!))];

    /// <summary>Returns the object.</summary>
    public string ToJson() => JsonSerializer.Serialize(_fields.ToDictionary(field => field.Name, field => ToJsonValue(field.Value)), Options);

    /// <summary>Returns a line for each field.</summary>
    public string ToLines()
    {
        var width = _fields.Count == 0 ? 0 : _fields.Max(field => ToTitle(field.Name).Length);
        return string.Join(Environment.NewLine, _fields.Select(field => $"{ToTitle(field.Name).PadRight(width)}  {ToText(field.Value)}"));
    }

    /// <summary>Returns the values on one line, separated by tabs.</summary>
    public static string ToRow(params IReadOnlyList<object?> values) => string.Join('\t', values.Select(value => value is null ? string.Empty : ToText(value)));

    /// <summary>Returns the name of a state as on the wire: <c>CANCELLED_BY_GOOGLE</c>.</summary>
    public static string ToWireName(Enum value) => JsonNamingPolicy.SnakeCaseUpper.ConvertName(value.ToString());

    private static object ToJsonValue(object value) => value switch
    {
        Money money => new Dictionary<string, object> { ["amount"] = money.Amount, ["currency"] = money.Currency },
        DateTimeOffset time => time.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture),
        Enum state => ToWireName(state),
        _ => value,
    };

    private static string ToText(object value) => value switch
    {
        Money money => money.ToString(),
        DateTimeOffset time => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        DateTime time => time.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        bool flag => flag ? "yes" : "no",
        Enum state => ToWireName(state),
        IEnumerable<string> list => string.Join("; ", list.Select(text => QuotedText.OfIdentifier(text, QuotedText.LineLength))),
        _ => QuotedText.OfIdentifier(Convert.ToString(value, CultureInfo.InvariantCulture), QuotedText.LineLength),
    };

    // merchantOrderNumber is "merchant order number".
    private static string ToTitle(string name) => JsonNamingPolicy.KebabCaseLower.ConvertName(name).Replace('-', ' ');
}
