using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Reflection;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using System.Xml.Serialization;
using GoogleCheckout.Xml;

namespace GoogleCheckout.Carts;

/// <summary>Converts the public properties of an object to elements, named as in the protocol: <c>OrderId</c> becomes <c>order-id</c>.</summary>
internal static class ObjectElements
{
    public static IEnumerable<XElement> Create<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicProperties)] T>(T source)
        where T : notnull
    {
        _ = source ?? throw new ArgumentNullException(nameof(source));
        var properties = typeof(T).GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.GetMethod is { IsPublic: true }).ToList();
        return source is IEnumerable || GetText(source) is not null || properties.Count == 0
            ? throw new ArgumentException($"The type {typeof(T)} has no properties for private data. Use a record, an object of an anonymous type, or {nameof(PrivateData.FromText)}.", nameof(source))
            : properties.SelectMany(property => Create(property, property.GetValue(source), nameof(source)));
    }

    private static IEnumerable<XElement> Create(PropertyInfo property, object? value, string parameter)
    {
        var values = value is IEnumerable list and not string ? list.Cast<object?>() : [value];
        return values.Where(item => item is not null).Select(item => new XElement(GetName(property, parameter), GetText(property, item!, parameter)));
    }

    private static XName GetName(PropertyInfo property, string parameter)
    {
        var elementName = property.GetCustomAttribute<XmlElementAttribute>()?.ElementName;
        try
        {
            return ProtocolNamespace.Current + (string.IsNullOrEmpty(elementName) ? XmlConvert.EncodeLocalName(ToKebabCase(property.Name))! : XmlConvert.VerifyNCName(elementName!));
        }
        catch (XmlException)
        {
            throw new ArgumentException($"The {nameof(XmlElementAttribute)} of the property {property.Name} does not contain a valid XML name.", parameter);
        }
    }

    private static string GetText(PropertyInfo property, object value, string parameter)
    {
        var text = GetText(value) ?? throw new ArgumentException(
            $"The property {property.Name} has the type {value.GetType()}. Private data supports string, bool, integers, decimal, Guid, DateTimeOffset, enumerations and lists of these.",
            parameter);
        return XmlEscape.CanCarry(text) ? text : throw new ArgumentException($"The property {property.Name} contains a character that is not allowed in XML.", parameter);
    }

    /// <summary>Returns the value as text; null if its type is not supported.</summary>
    private static string? GetText(object value) => value switch
    {
        string text => text,
        bool flag => flag ? "true" : "false",
        DateTimeOffset time => WireTime.Format(time),
        Guid or Enum => value.ToString(),
        decimal or int or long or short or byte or sbyte or ushort or uint or ulong => ((IFormattable)value).ToString(null, CultureInfo.InvariantCulture),
        _ => null,
    };

    private static string ToKebabCase(string name)
    {
        var kebab = new StringBuilder();
        for (var i = 0; i < name.Length; i++)
        {
            if (StartsWord(name, i))
            {
                kebab.Append('-');
            }

            kebab.Append(char.ToLowerInvariant(name[i]));
        }

        return kebab.ToString();
    }

    // In URLOfOrderID, three words begin after the first: Of, Order and ID.
    private static bool StartsWord(string name, int index) =>
        index > 0
        && char.IsUpper(name[index])
        && name[index - 1] != '_'
        && (!char.IsUpper(name[index - 1]) || (index + 1 < name.Length && char.IsLower(name[index + 1])));
}
