using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Xml.Linq;
using GoogleCheckout.Carts;
using GoogleCheckout.Xml;

namespace GoogleCheckout;

/// <summary>
/// The merchant's own data in a cart or an item: any XML or plain text. The service keeps it, shows it to nobody and
/// sends it back in every message about the order. Schema type <c>anyMultiple</c>.
/// </summary>
public sealed record PrivateData
{
    internal const string ElementName = "merchant-private-data";

    private PrivateData(string innerXml) => InnerXml = innerXml;

    /// <summary>
    /// The data as markup, kept as it was sent. Elements without a prefix or an <c>xmlns</c> of their own are in the
    /// namespace of the protocol, which surrounds them.
    /// </summary>
    public string InnerXml { get; }

    /// <summary>The data as text: what was given to <see cref="FromText"/>, or the text of all elements joined.</summary>
    public string Text => ToXElement().Value;

    /// <summary>Plain text as private data.</summary>
    /// <param name="text">Any text; what XML would misread is escaped.</param>
    /// <exception cref="ArgumentException">The text holds a character that XML cannot carry.</exception>
    public static PrivateData FromText(string text) => new(new XText(Carried(text ?? throw new ArgumentNullException(nameof(text)), nameof(text))).ToString());

    /// <summary>Elements as private data.</summary>
    /// <param name="elements">Elements in any namespace or none.</param>
    /// <exception cref="ArgumentNullException"><paramref name="elements"/> is null.</exception>
    /// <exception cref="ArgumentException">They hold a character that XML cannot carry.</exception>
    public static PrivateData FromXml(params XElement[] elements) => FromXml((IEnumerable<XElement>)elements);

    /// <inheritdoc cref="FromXml(XElement[])"/>
    public static PrivateData FromXml(IEnumerable<XElement> elements)
    {
        var surroundings = new XElement(ProtocolNamespace.Current + ElementName, elements ?? throw new ArgumentNullException(nameof(elements)));
        return new PrivateData(Carried(InnerMarkup(surroundings), nameof(elements)));
    }

    /// <summary>
    /// An object as private data, each of its public properties as an element: <c>new { OrderId = 42 }</c> gives
    /// <c>&lt;order-id&gt;42&lt;/order-id&gt;</c>. Null gives no element, a list one for each of its values.
    /// </summary>
    /// <typeparam name="T">
    /// A type whose properties are string, bool, integers, decimal, Guid, DateTimeOffset, enumerations, or lists of these. A property named by an
    /// <see cref="System.Xml.Serialization.XmlElementAttribute"/> is called so.
    /// </typeparam>
    /// <param name="source">The object; text is the same in every culture.</param>
    /// <exception cref="ArgumentException">A property is of another type, or holds a character that XML cannot carry; it is named.</exception>
    public static PrivateData FromObject<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicProperties)] T>(T source)
        where T : notnull =>
        FromXml(ObjectElements.Of(source));

    /// <summary>The data inside an element named <c>merchant-private-data</c> in the namespace of the protocol.</summary>
    public XElement ToXElement() =>
        XElement.Parse($"<{ElementName} xmlns=\"{ProtocolNamespace.Current}\">{InnerXml}</{ElementName}>", LoadOptions.PreserveWhitespace);

    /// <summary>
    /// One value of the data, such as the shop's own order id:
    /// <c>notification.ShoppingCart.MerchantPrivateData?.TryGetValue("order-id", out long id)</c>.
    /// </summary>
    /// <typeparam name="T">string, bool, int, long, decimal, Guid, DateTimeOffset or an enumeration; a time without a zone is UTC.</typeparam>
    /// <param name="elementName">The element's name without a namespace; the first so named counts, at any depth.</param>
    /// <param name="value">The value, read the same in every culture.</param>
    /// <returns>
    /// True if there is such an element and its text is a <typeparamref name="T"/>. An empty element has the text <c>""</c>, which is a
    /// <see cref="string"/>: the method returns true, and <paramref name="value"/> is empty.
    /// </returns>
    /// <exception cref="NotSupportedException"><typeparamref name="T"/> is another type.</exception>
    public bool TryGetValue<T>(string elementName, [NotNullWhen(true)] out T? value)
    {
        var text = TextsOf(elementName).FirstOrDefault();
        object? parsed = text is null ? null : Parse(text, typeof(T));
        value = parsed is T known ? known : default;
        return parsed is T;
    }

    /// <summary>All values of a name, such as those of a list given to <see cref="FromObject"/>.</summary>
    /// <typeparam name="T">What <see cref="TryGetValue"/> takes.</typeparam>
    /// <param name="elementName">The elements' name without a namespace, at any depth.</param>
    /// <returns>The values in their order; elements whose text is no <typeparamref name="T"/> are left out.</returns>
    /// <exception cref="NotSupportedException"><typeparamref name="T"/> is another type.</exception>
    public IReadOnlyList<T> GetValues<T>(string elementName) => [.. TextsOf(elementName).Select(text => Parse(text, typeof(T))).OfType<T>()];

    /// <summary>The type's name only: private data belongs in no log.</summary>
    public override string ToString() => nameof(PrivateData);

    /// <summary>Markup that a reader or another record vouches for.</summary>
    internal static PrivateData FromMarkup(string innerXml) => new(innerXml);

    private IEnumerable<string> TextsOf(string elementName) =>
        ToXElement().Descendants().Where(element => element.Name.LocalName == elementName).Select(element => element.Value);

    private static string Carried(string text, string parameter) =>
        XmlEscape.CanCarry(text) ? text : throw new ArgumentException("Private data holds a character that XML cannot carry.", parameter);

    private static string InnerMarkup(XElement element)
    {
        var markup = new MarkupCopy(ProtocolNamespace.Current.NamespaceName);
        using var reader = element.CreateReader();
        reader.Read();
        while (reader.Read() && reader.Depth > 0)
        {
            markup.Append(reader);
        }

        return markup.ToString();
    }

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
            : type.IsEnum ? (Enum.IsDefined(type, token) ? Enum.Parse(type, token) : null)
            : throw new NotSupportedException($"Private data cannot be read as {type}. Take it as text or as XElement.");
    }
}
