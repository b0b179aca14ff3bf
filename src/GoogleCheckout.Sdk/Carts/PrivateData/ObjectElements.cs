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

/// <summary>The public properties of an object as elements, named as the protocol names its own: <c>OrderId</c> is <c>order-id</c>.</summary>
internal static class ObjectElements
{
    public static IEnumerable<XElement> Of<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicProperties)] T>(T source)
        where T : notnull
    {
        _ = source ?? throw new ArgumentNullException(nameof(source));
        var properties = typeof(T).GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.GetMethod is { IsPublic: true }).ToList();
        return source is IEnumerable || TextOf(source) is not null || properties.Count == 0
            ? throw new ArgumentException($"A {typeof(T)} has no properties for private data: give a record or an object of an anonymous type, or use {nameof(PrivateData.FromText)}.", nameof(source))
            : properties.SelectMany(property => Of(property, property.GetValue(source), nameof(source)));
    }

    private static IEnumerable<XElement> Of(PropertyInfo property, object? value, string parameter)
    {
        var values = value is IEnumerable list and not string ? list.Cast<object?>() : [value];
        return values.Where(each => each is not null).Select(each => new XElement(NameOf(property, parameter), TextOf(property, each!, parameter)));
    }

    private static XName NameOf(PropertyInfo property, string parameter)
    {
        var given = property.GetCustomAttribute<XmlElementAttribute>()?.ElementName;
        try
        {
            return ProtocolNamespace.Current + (string.IsNullOrEmpty(given) ? XmlConvert.EncodeLocalName(Kebab(property.Name))! : XmlConvert.VerifyNCName(given!));
        }
        catch (XmlException)
        {
            throw new ArgumentException($"{property.Name} has an {nameof(XmlElementAttribute)} whose name is none in XML.", parameter);
        }
    }

    private static string TextOf(PropertyInfo property, object value, string parameter)
    {
        var text = TextOf(value) ?? throw new ArgumentException(
            $"{property.Name} holds a {value.GetType()}. Private data takes text, bool, whole numbers, decimal, Guid, DateTimeOffset, enumerations and lists of these.",
            parameter);
        return XmlEscape.CanCarry(text) ? text : throw new ArgumentException($"{property.Name} holds a character that XML cannot carry.", parameter);
    }

    /// <summary>The value as text; null where it is of no type that there is text for.</summary>
    private static string? TextOf(object value) => value switch
    {
        string text => text,
        bool flag => flag ? "true" : "false",
        DateTimeOffset time => WireTime.Format(time),
        Guid or Enum => value.ToString(),
        decimal or int or long or short or byte or sbyte or ushort or uint or ulong => ((IFormattable)value).ToString(null, CultureInfo.InvariantCulture),
        _ => null,
    };

    private static string Kebab(string name)
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
