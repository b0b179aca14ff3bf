using System.Globalization;
using System.Xml.Linq;

namespace GoogleCheckout.Xml;

/// <summary>
/// Reads values from an element. If the value is missing, <c>Required...</c> throws and <c>Optional...</c> returns null. White space
/// around numbers, dates and tokens is ignored; text is not changed.
/// </summary>
internal static class ElementReading
{
    private const NumberStyles DecimalStyle = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;

    public static string RequiredText(this WireElement parent, XName name) => TextXml.Read(parent.RequiredElement(name));

    public static string? OptionalText(this WireElement parent, XName name) => parent.Element(name) is { } element ? TextXml.Read(element) : null;

    public static string RequiredToken(this WireElement parent, XName name) => ReadRequiredToken(parent.RequiredElement(name));

    public static string? OptionalToken(this WireElement parent, XName name) => parent.Element(name)?.Token;

    /// <summary>Reads an identifier, such as an order number. Its length is limited, because logs, acknowledgments and database keys contain it.</summary>
    public static string RequiredIdentifier(this WireElement parent, XName name)
    {
        var element = parent.RequiredElement(name);
        return CheckIdentifier(element, string.Empty, ReadRequiredToken(element));
    }

    public static string? OptionalIdentifier(this WireElement parent, XName name) =>
        parent.Element(name) is { } element ? ReadIdentifier(element) : null;

    /// <summary>Reads the identifier that is the content of an element.</summary>
    public static string ReadIdentifier(WireElement element) => CheckIdentifier(element, string.Empty, element.PlainValue.Trim());

    public static string RequiredIdentifierAttribute(this WireElement element, XName name) =>
        CheckIdentifier(element, "/@" + name.LocalName, element.RequiredAttribute(name));

    public static string? OptionalIdentifierAttribute(this WireElement element, XName name) =>
        element.Attribute(name) is { } identifier ? CheckIdentifier(element, "/@" + name.LocalName, identifier) : null;

    /// <summary>Reads an identifier on which nothing depends: null if it is missing or not valid.</summary>
    public static string? IdentifierIfValid(this WireElement parent, XName name) =>
        parent.Element(name) is { HasMarkup: false, Token: { Length: > 0 } token } && Identifier.FindDefect(token) is null ? token : null;

    /// <summary>Reads an identifier on which nothing depends: null if it is missing or not valid.</summary>
    public static string? IdentifierAttributeIfValid(this WireElement element, XName name) =>
        element.Attribute(name) is { } identifier && Identifier.FindDefect(identifier) is null ? identifier : null;

    public static bool? OptionalBoolean(this WireElement parent, XName name) =>
        parent.Value<bool>(name, ValueForm.Boolean, TryParseBoolean);

    public static bool RequiredBoolean(this WireElement parent, XName name) => parent.OptionalBoolean(name) ?? throw Missing(parent, name);

    public static int? OptionalInt32(this WireElement parent, XName name) =>
        parent.Value<int>(name, ValueForm.WholeNumber, TryParseInt32);

    public static int RequiredInt32(this WireElement parent, XName name) => parent.OptionalInt32(name) ?? throw Missing(parent, name);

    public static long? OptionalInt64(this WireElement parent, XName name) =>
        parent.Value<long>(name, ValueForm.WholeNumber, TryParseInt64);

    public static long RequiredInt64(this WireElement parent, XName name) => parent.OptionalInt64(name) ?? throw Missing(parent, name);

    /// <summary>Reads a number on which nothing depends: null if it is missing or not a number.</summary>
    public static long? Int64IfValid(this WireElement parent, XName name) =>
        parent.Element(name) is { } element && TryParseInt64(element.ValueSpan, out var value) ? value : null;

    /// <summary>Reads a number on which nothing depends: null if it is missing or not a number.</summary>
    public static int? Int32IfValid(this WireElement parent, XName name) =>
        parent.Element(name) is { } element && TryParseInt32(element.ValueSpan, out var value) ? value : null;

    /// <summary>Reads a value on which nothing depends: null if it is missing or neither true nor false.</summary>
    public static bool? BooleanIfValid(this WireElement parent, XName name) =>
        parent.Element(name) is { } element && TryParseBoolean(element.ValueSpan, out var value) ? value : null;

    /// <summary>Reads a time on which nothing depends: null if it is missing or not a time.</summary>
    public static DateTimeOffset? TimeIfValid(this WireElement parent, XName name) =>
        parent.Element(name) is { } element && WireTime.TryParse(element.ValueSpan, out var value) ? value : null;

    public static decimal? OptionalDecimal(this WireElement parent, XName name) =>
        parent.Value<decimal>(name, ValueForm.Number, TryParseDouble);

    public static decimal RequiredDecimal(this WireElement parent, XName name) => parent.OptionalDecimal(name) ?? throw Missing(parent, name);

    /// <summary>Reads a time. A time without a zone is UTC.</summary>
    public static DateTimeOffset? OptionalTime(this WireElement parent, XName name) =>
        parent.Value<DateTimeOffset>(name, ValueForm.Time, WireTime.TryParse);

    public static DateTimeOffset RequiredTime(this WireElement parent, XName name) => parent.OptionalTime(name) ?? throw Missing(parent, name);

    /// <summary>Reads an amount. The currency is empty if the element has none.</summary>
    public static Money? OptionalMoney(this WireElement parent, XName name) =>
        parent.Element(name) is { } element && element.Value<decimal>(ValueForm.Amount, TryParseDecimal) is { } amount
            ? new Money(amount, CommonText.ToString(element.AttributeToken(Attributes.Currency)))
            : null;

    public static Money RequiredMoney(this WireElement parent, XName name) => parent.OptionalMoney(name) ?? throw Missing(parent, name);

    /// <summary>Reads an optional amount; a missing element means the full amount. An empty element is an error, so that it cannot mean the full amount.</summary>
    public static Money? OptionalMoneyOrFullAmount(this WireElement parent, XName name) => parent.Element(name) is null ? null : parent.RequiredMoney(name);

    /// <summary>Reads a value of a fixed vocabulary: Unknown for another word or an empty element, null if the element is missing.</summary>
    public static T? OptionalEnum<T>(this WireElement parent, XName name, EnumText<T> vocabulary)
        where T : struct, Enum =>
        parent.Element(name) is { } element ? vocabulary.Parse(element.TokenSpan) : null;

    public static T? Optional<T>(this WireElement parent, XName name, Func<WireElement, T> read)
        where T : class =>
        parent.Element(name) is { } element ? read(element) : null;

    public static T Required<T>(this WireElement parent, XName name, Func<WireElement, T> read) => read(parent.RequiredElement(name));

    /// <summary>Reads all children with the name <paramref name="item"/>, and keeps in mind if the container is missing.</summary>
    public static IReadOnlyList<T> RequiredItems<T>(this WireElement? container, XName item, Func<WireElement, T> read) =>
        container is null ? AbsentContainer<T>.Instance : container.Items(item, read);

    /// <summary>Reads all children with the name <paramref name="item"/>. The list of an empty container is written as one again.</summary>
    public static IReadOnlyList<T> Items<T>(this WireElement? container, XName item, Func<WireElement, T> read)
    {
        List<T>? items = null;
        for (var child = container?.First; child is { } element; child = element.Next)
        {
            if (element.Name == item)
            {
                (items ??= []).Add(read(element));
            }
        }

        return CreateList(container, items);
    }

    /// <summary>Reads all children for which <paramref name="read"/> does not return null. The list of an empty container is written as one again.</summary>
    public static IReadOnlyList<T> Items<T>(this WireElement? container, Func<WireElement, T?> read)
        where T : class
    {
        List<T>? items = null;
        for (var child = container?.First; child is { } element; child = element.Next)
        {
            if (read(element) is { } item)
            {
                (items ??= []).Add(item);
            }
        }

        return CreateList(container, items);
    }

    /// <summary>Returns the items of a container; null for none. An empty container is kept apart from a missing one.</summary>
    public static IReadOnlyList<T> CreateList<T>(WireElement? container, List<T>? items) =>
        items is not null ? items.AsReadOnly()
        : container is null ? []
        : EmptyContainer<T>.Instance;

    public static string RequiredAttribute(this WireElement element, XName name) =>
        element.Attribute(name) ?? throw new WireFormatException(element, "/@" + name.LocalName, "is missing");

    public static string? OptionalAttribute(this WireElement element, XName name) => element.Attribute(name);

    public static bool? OptionalBooleanAttribute(this WireElement element, XName name) =>
        element.AttributeValue<bool>(name, ValueForm.Boolean, TryParseBoolean);

    public static int? OptionalInt32Attribute(this WireElement element, XName name) =>
        element.AttributeValue<int>(name, ValueForm.WholeNumber, TryParseInt32);

    public static decimal RequiredDecimalAttribute(this WireElement element, XName name) =>
        element.AttributeValue<decimal>(name, ValueForm.Number, TryParseDouble) ?? throw new WireFormatException(element, "/@" + name.LocalName, "is missing");

    public static DateTimeOffset? OptionalTimeAttribute(this WireElement element, XName name) =>
        element.AttributeValue<DateTimeOffset>(name, ValueForm.Time, WireTime.TryParse);

    /// <summary>Reads a time of kind Unspecified if it has no zone, and of kind Utc otherwise.</summary>
    public static DateTime RequiredLocalTimeAttribute(this WireElement element, XName name) =>
        element.OptionalTimeAttribute(name) is not { } time ? throw new WireFormatException(element, "/@" + name.LocalName, "is missing")
        : WireTime.HasZone(element.Attribute(name)!) ? time.UtcDateTime
        : time.DateTime;

    private static WireElement RequiredElement(this WireElement parent, XName name) => parent.Element(name) ?? throw Missing(parent, name);

    private static WireFormatException Missing(WireElement parent, XName name) =>
        new(parent, "/" + name.LocalName, parent.Element(name) is null ? "is missing" : "must not be empty");

    private static string CheckIdentifier(WireElement element, string path, string identifier) =>
        Identifier.FindDefect(identifier) is { } defect ? throw new WireFormatException(element, path, defect) : identifier;

    private static string ReadRequiredToken(WireElement element)
    {
        var token = element.Token;
        return token.Length > 0 ? token : throw new WireFormatException(element, string.Empty, "must not be empty");
    }

    private static T? Value<T>(this WireElement parent, XName name, ValueForm expected, TryParse<T> tryParse)
        where T : struct =>
        parent.Element(name) is { } element ? element.Value(expected, tryParse) : null;

    private static T? Value<T>(this WireElement element, ValueForm expected, TryParse<T> tryParse)
        where T : struct
    {
        var text = element.TokenSpan;
        return text.Length == 0 ? null
            : tryParse(text, out var value) ? value
            : throw new WireFormatException(element, string.Empty, DescribeMismatch(expected, text.ToString(), element));
    }

    private static T? AttributeValue<T>(this WireElement element, XName name, ValueForm expected, TryParse<T> tryParse)
        where T : struct
    {
        var text = element.AttributeToken(name);
        return text.Length == 0 ? null
            : tryParse(text, out var value) ? value
            : throw new WireFormatException(element, "/@" + name.LocalName, DescribeMismatch(expected, text.ToString(), element));
    }

    private static string DescribeMismatch(ValueForm expected, string text, WireElement element) =>
        ContainsBuyerData(element) ? $"must be {expected.Description}" : $"must be {expected.Description}, but is {expected.Quote(text)}";

    // Error messages are logged, so they must not quote the buyer's data.
    private static bool ContainsBuyerData(WireElement element) =>
        element.AncestorsAndSelf().Any(ancestor =>
            ancestor.Name == Elements.RiskInformation || ancestor.Name.LocalName.EndsWith("address", StringComparison.Ordinal));

    private static bool TryParseBoolean(ReadOnlySpan<char> text, out bool value)
    {
        value = text is "true" or "1";
        return value || text is "false" or "0";
    }

    private static bool TryParseInt32(ReadOnlySpan<char> text, out int value) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value);

    private static bool TryParseInt64(ReadOnlySpan<char> text, out long value) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value);

    private static bool TryParseDecimal(ReadOnlySpan<char> text, out decimal value) =>
        PlainNumber.TryParse(text, out value) || decimal.TryParse(text, DecimalStyle, CultureInfo.InvariantCulture, out value);

    private static bool TryParseDouble(ReadOnlySpan<char> text, out decimal value) =>
        decimal.TryParse(text, DecimalStyle | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out value);

    private delegate bool TryParse<T>(ReadOnlySpan<char> text, out T value);
}
