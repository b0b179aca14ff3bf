using System.Globalization;

namespace GoogleCheckout.Xml;

/// <summary>The type of an attribute or of an element's text.</summary>
internal sealed class SimpleType
{
    /// <summary>The characters that XML takes for white space.</summary>
    public static readonly char[] WhiteSpace = [' ', '\t', '\r', '\n'];

    private readonly string _name;
    private readonly IReadOnlyList<string>? _words;
    private readonly decimal? _min;
    private readonly decimal? _max;

    private SimpleType(string name, IReadOnlyList<string>? words, decimal? min, decimal? max)
    {
        _name = name;
        _words = words;
        _min = min;
        _max = max;
    }

    /// <summary>Whether the type does not allow every text.</summary>
    public bool IsRestricted => _name is not ("string" or "token") || _max is not null || _min is not null;

    /// <summary>Whether a value is free text, which may be the buyer's and must not get into messages.</summary>
    public bool IsText => _name is "string" or "token" or "anyURI";

    /// <summary>Returns the name of a type without its bounds.</summary>
    public static string NameOf(string type) => type.Split('[', '>')[0];

    /// <summary>Reads a type such as <c>int[1..50]</c> or <c>decimal>=0</c>.</summary>
    public static SimpleType Parse(string type, Dictionary<string, List<string>> enums)
    {
        var name = NameOf(type);
        var bounds = type.Substring(name.Length).Trim('[', ']', '>', '=').Split([".."], StringSplitOptions.RemoveEmptyEntries);
        return new SimpleType(name, enums.TryGetValue(name, out var words) ? words : null, GetBound(bounds, 0), GetBound(bounds, 1));
    }

    /// <summary>Returns what is wrong with a value, as the end of a sentence such as "must be at least 1"; null if it is valid.</summary>
    public string? GetError(string text)
    {
        if (_words is not null)
        {
            return _words.Contains(text.Trim(WhiteSpace)) ? null : $"must be one of {string.Join(", ", _words)}";
        }

        return _name switch
        {
            "string" => GetLengthError(text),
            "token" => null,
            "anyURI" => IsUri(text.Trim(WhiteSpace)) ? null : "must be a URL",
            "boolean" => text.Trim(WhiteSpace) is "true" or "false" or "1" or "0" ? null : "must be true or false",
            "dateTime" => WireTime.TryParse(text.Trim(WhiteSpace), out _) ? null : "must be a date and time such as 2010-05-01T05:00:00Z",
            _ => GetNumberError(text.Trim(WhiteSpace)),
        };
    }

    private static decimal? GetBound(string[] bounds, int index) =>
        index < bounds.Length && bounds[index].Length > 0 ? decimal.Parse(bounds[index], CultureInfo.InvariantCulture) : null;

    // The schema counts characters, so the two halves of a surrogate pair are one.
    private string? GetLengthError(string text)
    {
        if (text.Length < _min)
        {
            return "must not be empty";
        }

        if (!(text.Length > _max))
        {
            return null;
        }

        var length = text.Length - text.Count(char.IsLowSurrogate);
        return length > _max ? string.Format(CultureInfo.InvariantCulture, "must have at most {0} characters, but has {1}", _max, length) : null;
    }

    private string? GetNumberError(string text)
    {
        switch (_name)
        {
            case "int":
                return !int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? "must be a whole number"
                    : GetBoundError(number < _min || number > _max);
            case "long":
                return long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _) ? null : "must be a whole number";
            case "double":
                return !TryParseDouble(text, out var value) ? "must be a number such as 0.0825" : GetBoundError(_min is { } least && !(value >= (double)least));
            default:
                return !decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount) ? "must be an amount such as 12.50"
                    : GetBoundError(amount < _min);
        }
    }

    private string? GetBoundError(bool isOutside) =>
        !isOutside ? null
        : _max is null ? string.Format(CultureInfo.InvariantCulture, "must be at least {0}", _min)
        : string.Format(CultureInfo.InvariantCulture, "must be from {0} to {1}", _min, _max);

    // .NET reads other words for infinity than the schema allows.
    private static bool TryParseDouble(string text, out double value)
    {
        value = text switch
        {
            "INF" => double.PositiveInfinity,
            "-INF" => double.NegativeInfinity,
            _ => double.NaN,
        };
        return text is "INF" or "-INF" or "NaN"
            || (text.Length > 0 && text[text.Length - 1] is (>= '0' and <= '9') or '.'
                && double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out value));
    }

    private static bool IsUri(string text) =>
        text.Length == 0 || (text.IndexOf("##", StringComparison.Ordinal) < 0 && Uri.TryCreate(text, UriKind.RelativeOrAbsolute, out _));
}
