using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Xml.Linq;
using GoogleCheckout.Carts;
using GoogleCheckout.Xml;

namespace GoogleCheckout;

/// <summary>
/// The merchant's private data in a cart or an item: any XML or plain text. The service stores it, does not show it to the
/// buyer, and includes it in every message about the order. Schema type <c>anyMultiple</c>.
/// </summary>
public sealed record PrivateData
{
    internal const string ElementName = "merchant-private-data";

    private PrivateData(string innerXml) => InnerXml = innerXml;

    /// <summary>
    /// The data as markup, unchanged. Elements without a prefix and without an <c>xmlns</c> are in the namespace of the protocol,
    /// which they inherit.
    /// </summary>
    public string InnerXml { get; }

    /// <summary>The data as text: the argument of <see cref="FromText"/>, or the concatenated text of all elements.</summary>
    public string Text => ToXElement().Value;

    /// <summary>Creates private data from plain text.</summary>
    /// <param name="text">The text; characters that are special in XML are escaped.</param>
    /// <returns>The private data.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    /// <exception cref="ArgumentException">The text contains a character that is not allowed in XML.</exception>
    public static PrivateData FromText(string text) =>
        new(XmlEscape.EscapeText(EnsureXmlCharacters(text ?? throw new ArgumentNullException(nameof(text)), nameof(text))));

    /// <summary>Creates private data from XML elements.</summary>
    /// <param name="elements">The elements, in any namespace or none.</param>
    /// <returns>The private data.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="elements"/> is null.</exception>
    /// <exception cref="ArgumentException">
    /// An element is null or cannot be written as XML: it contains a character that is not allowed, a namespace that conflicts with another,
    /// or more than a document may have, for example elements nested more than 48 deep, or more than 64 attributes with the namespaces.
    /// </exception>
    public static PrivateData FromXml(params XElement[] elements) => FromXml((IEnumerable<XElement>)elements);

    /// <inheritdoc cref="FromXml(XElement[])"/>
    public static PrivateData FromXml(IEnumerable<XElement> elements) =>
        new(ElementMarkup.Create([.. elements ?? throw new ArgumentNullException(nameof(elements))], nameof(elements)));

    /// <summary>
    /// Creates private data from an object. Each public property becomes an element: <c>new { OrderId = 42 }</c> becomes
    /// <c>&lt;order-id&gt;42&lt;/order-id&gt;</c>. A null value is omitted; a list becomes one element for each value.
    /// </summary>
    /// <typeparam name="T">
    /// A type whose properties are string, bool, integers, decimal, Guid, DateTimeOffset, enumerations, or lists of these. An
    /// <see cref="System.Xml.Serialization.XmlElementAttribute"/> on a property overrides the name of its element.
    /// </typeparam>
    /// <param name="source">The object. Its values are formatted with the invariant culture.</param>
    /// <returns>The private data.</returns>
    /// <exception cref="ArgumentException">
    /// A property has another type, or contains a character that is not allowed in XML. The message contains the name of the property.
    /// </exception>
    public static PrivateData FromObject<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicProperties)] T>(T source)
        where T : notnull =>
        FromXml(ObjectElements.Create(source));

    /// <summary>Returns the data as XML.</summary>
    /// <returns>A new element named <c>merchant-private-data</c>, in the namespace of the protocol, that contains the data.</returns>
    public XElement ToXElement() =>
        XElement.Parse($"<{ElementName} xmlns=\"{ProtocolNamespace.Current}\">{InnerXml}</{ElementName}>", LoadOptions.PreserveWhitespace);

    /// <summary>
    /// Gets a value of the data, for example your order ID:
    /// <c>notification.ShoppingCart.MerchantPrivateData?.TryGetValue("order-id", out long id)</c>.
    /// </summary>
    /// <typeparam name="T">string, bool, int, long, decimal, Guid, DateTimeOffset or an enumeration. A time without a time zone is UTC.</typeparam>
    /// <param name="elementName">The local name of the element. The first element of this name is used, at any depth.</param>
    /// <param name="value">The value, parsed with the invariant culture; the default of <typeparamref name="T"/> if there is none.</param>
    /// <returns>
    /// True if the element exists and its text is a <typeparamref name="T"/>. An empty element has the text <c>""</c>, which is a
    /// <see cref="string"/>: the method returns true, and <paramref name="value"/> is empty.
    /// </returns>
    /// <exception cref="NotSupportedException"><typeparamref name="T"/> is another type.</exception>
    public bool TryGetValue<T>(string elementName, [NotNullWhen(true)] out T? value)
    {
        var text = GetTexts(elementName).FirstOrDefault();
        object? parsed = text is null ? null : Parse(text, typeof(T));
        value = parsed is T known ? known : default;
        return parsed is T;
    }

    /// <summary>
    /// Returns all values of a name, for example those of a list passed to <see cref="FromObject"/>. An element inside another one of the
    /// name is part of its value, and is not a value itself.
    /// </summary>
    /// <typeparam name="T">A type that <see cref="TryGetValue"/> supports.</typeparam>
    /// <param name="elementName">The local name of the elements, at any depth.</param>
    /// <returns>The values in document order, without elements whose text is not a <typeparamref name="T"/>; empty if there are none.</returns>
    /// <exception cref="NotSupportedException"><typeparamref name="T"/> is another type.</exception>
    public IReadOnlyList<T> GetValues<T>(string elementName) => [.. GetTexts(elementName).Select(text => Parse(text, typeof(T))).OfType<T>()];

    /// <summary>Returns the name of the type only, so that no private data gets into a log.</summary>
    /// <returns><c>PrivateData</c>.</returns>
    public override string ToString() => nameof(PrivateData);

    /// <summary>Creates private data from markup that the caller knows to be well-formed.</summary>
    internal static PrivateData FromMarkup(string innerXml) => new(innerXml);

    // Only the outermost elements: with elements of the name inside each other, all their texts would be much longer than the data.
    private IEnumerable<string> GetTexts(string elementName)
    {
        for (XElement container = ToXElement(), element = container.Elements().FirstOrDefault()!; element is not null;)
        {
            var isValue = element.Name.LocalName == elementName;
            if (isValue)
            {
                yield return element.Value;
            }

            element = (isValue ? null : element.Elements().FirstOrDefault()) ?? GetNext(element, container)!;
        }
    }

    // The next element that is not inside this one.
    private static XElement? GetNext(XElement element, XElement container)
    {
        for (var current = element; current != container; current = current.Parent!)
        {
            if (current.ElementsAfterSelf().FirstOrDefault() is { } next)
            {
                return next;
            }
        }

        return null;
    }

    private static string EnsureXmlCharacters(string text, string parameter) =>
        XmlEscape.CanCarry(text) ? text : throw new ArgumentException("The private data contains a character that is not allowed in XML.", parameter);

    private static object? Parse(string text, Type type)
    {
        var token = text.Trim();
        return type == typeof(string) ? text
            : type == typeof(bool) ? (token is "true" or "1" ? true : token is "false" or "0" ? false : null)
            : type == typeof(int) ? (int.TryParse(token, NumberStyles.Integer, CultureInfo.InvariantCulture, out var int32) ? int32 : null)
            : type == typeof(long) ? (long.TryParse(token, NumberStyles.Integer, CultureInfo.InvariantCulture, out var int64) ? int64 : null)
            : type == typeof(decimal) ? (decimal.TryParse(token, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? number : null)
            : type == typeof(Guid) ? (Guid.TryParse(token, out var guid) ? guid : null)
            : type == typeof(DateTimeOffset) ? (WireTime.TryParse(token, out var time) ? time : null)
            : type.IsEnum ? ParseEnum(token, type)
            : throw new NotSupportedException($"Private data cannot be read as {type}. Read it as string, or use {nameof(ToXElement)}.");
    }

    // Several values of a [Flags] enumeration are written as "A, B", and none as 0 if the enumeration has no name for it.
    private static object? ParseEnum(string token, Type type)
    {
        var isFlags = type.IsDefined(typeof(FlagsAttribute), inherit: false);
        var names = isFlags ? token.Split(',') : [token];
        return names.All(name => Enum.IsDefined(type, name.Trim())) ? Enum.Parse(type, token)
            : isFlags && token == "0" ? Enum.ToObject(type, 0)
            : null;
    }
}
