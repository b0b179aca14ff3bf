using System.Globalization;
using System.Runtime.CompilerServices;
using System.Xml.Linq;

namespace GoogleCheckout.Xml;

/// <summary>
/// Writes elements of the protocol, and refuses what the schema would refuse: the exception names the property, and
/// the element it belongs to.
/// </summary>
/// <remarks>
/// <c>Required...</c> throws where there is no value; the others write nothing for null. The last parameter of each
/// is the caller's own expression, such as <c>request.Reason</c>; it is never passed by hand.
/// </remarks>
internal sealed class WireWriter(XmlOutput output)
{
    private const string NotForXml = "holds a character that XML cannot carry";

    private readonly List<XName> _open = [];

    public void Start(XName name)
    {
        output.StartElement(name.LocalName);
        if (_open.Count == 0)
        {
            output.TryAttribute("xmlns", ProtocolNamespace.Current.NamespaceName);
        }

        _open.Add(name);
    }

    public void End()
    {
        var last = _open.Count - 1;
        output.EndElement(_open[last].LocalName);
        _open.RemoveAt(last);
    }

    /// <summary>Writes an element with nothing in it.</summary>
    public void Empty(XName name)
    {
        Start(name);
        End();
    }

    /// <summary>Writes the text of the element that is open.</summary>
    public void RequiredContent(string? text, [CallerArgumentExpression(nameof(text))] string property = "")
    {
        if (!output.TryText(text ?? throw Fault(property, "is required")))
        {
            throw Fault(property, NotForXml);
        }
    }

    /// <summary>Writes markup, known to be well-formed, into the element that is open.</summary>
    public void Markup(string xml) => output.Markup(xml);

    public void Text(XName name, string? value, [CallerArgumentExpression(nameof(value))] string property = "")
    {
        if (value is not null)
        {
            RequiredText(name, value, property);
        }
    }

    public void RequiredText(XName name, string? value, [CallerArgumentExpression(nameof(value))] string property = "")
    {
        Start(name);
        RequiredContent(value, property);
        End();
    }

    /// <summary>Text of a limited length, in characters.</summary>
    public void LimitedText(XName name, string? value, int maxLength, [CallerArgumentExpression(nameof(value))] string property = "")
    {
        Check(value is null || value.Length <= maxLength, property, $"may have at most {maxLength} characters", name);
        Text(name, value, property);
    }

    public void Boolean(XName name, bool? value)
    {
        if (value is { } known)
        {
            Raw(name, known ? "true" : "false");
        }
    }

    public void RequiredBoolean(XName name, bool? value, [CallerArgumentExpression(nameof(value))] string property = "") =>
        Boolean(name, value ?? throw Fault(property, "is required", name));

    public void Int64(XName name, long? value)
    {
        if (value is { } known)
        {
            Raw(name, known.ToString(CultureInfo.InvariantCulture));
        }
    }

    public void RequiredInt64(XName name, long? value, [CallerArgumentExpression(nameof(value))] string property = "") =>
        Int64(name, value ?? throw Fault(property, "is required", name));

    /// <summary>A number that is not an amount, such as a rate.</summary>
    public void Decimal(XName name, decimal? value)
    {
        if (value is { } known)
        {
            Raw(name, known.ToString(CultureInfo.InvariantCulture));
        }
    }

    /// <summary>A number that may not be negative.</summary>
    public void NonNegative(XName name, decimal? value, [CallerArgumentExpression(nameof(value))] string property = "")
    {
        Check(value is null or >= 0, property, "may not be negative", name);
        Decimal(name, value);
    }

    public void Time(XName name, DateTimeOffset? value)
    {
        if (value is { } known)
        {
            Raw(name, WireTime.Format(known));
        }
    }

    public void RequiredTime(XName name, DateTimeOffset? value, [CallerArgumentExpression(nameof(value))] string property = "") =>
        Time(name, value ?? throw Fault(property, "is required", name));

    public void Money(XName name, Money? value, [CallerArgumentExpression(nameof(value))] string property = "")
    {
        if (value is not { } money)
        {
            return;
        }

        Start(name);
        Check(money.Currency.Length > 0, property, "needs a currency");
        Attribute(Attributes.Currency, money.Currency, property);
        output.TryText(money.Amount.ToString(CultureInfo.InvariantCulture));
        End();
    }

    public void RequiredMoney(XName name, Money? value, [CallerArgumentExpression(nameof(value))] string property = "") =>
        Money(name, value ?? throw Fault(property, "is required", name), property);

    /// <summary>An amount that may not be negative.</summary>
    public void NonNegativeMoney(XName name, Money? value, [CallerArgumentExpression(nameof(value))] string property = "")
    {
        Check(value is not { Amount: < 0 }, property, "may not be negative", name);
        Money(name, value, property);
    }

    public void Enum<T>(XName name, T? value, EnumText<T> vocabulary, [CallerArgumentExpression(nameof(value))] string property = "")
        where T : struct, Enum
    {
        if (value is { } known)
        {
            Raw(name, vocabulary.Format(known) ?? throw Fault(property, $"is {known}, which cannot be written", name));
        }
    }

    /// <summary>A web address as the schema's <c>anyURI</c> takes it.</summary>
    public void Url(XName name, string? value, [CallerArgumentExpression(nameof(value))] string property = "")
    {
        Check(value is null || IsUrl(value), property, "is no web address", name);
        Text(name, value, property);
    }

    /// <summary>A web address as the schema's <c>anyURI</c> takes it.</summary>
    public void RequiredUrl(XName name, string? value, [CallerArgumentExpression(nameof(value))] string property = "") =>
        Url(name, value ?? throw Fault(property, "is required", name), property);

    /// <summary>A value that its codec writes, as an element of the given name.</summary>
    public void Child<T>(XName name, T? value, Action<WireWriter, XName, T> write)
        where T : class
    {
        if (value is not null)
        {
            write(this, name, value);
        }
    }

    public void RequiredChild<T>(XName name, T? value, Action<WireWriter, XName, T> write, [CallerArgumentExpression(nameof(value))] string property = "")
        where T : class =>
        write(this, name, value ?? throw Fault(property, "is required", name));

    /// <summary>A container with an element for each item; nothing at all for an empty list.</summary>
    public void List<T>(XName container, IReadOnlyList<T> items, XName item, Action<WireWriter, XName, T> write, [CallerArgumentExpression(nameof(items))] string property = "")
    {
        if (items is null or { Count: > 0 })
        {
            RequiredList(container, items, item, write, property);
        }
    }

    /// <summary>A container with an element for each item; an empty container for an empty list.</summary>
    public void RequiredList<T>(XName container, IReadOnlyList<T>? items, XName item, Action<WireWriter, XName, T> write, [CallerArgumentExpression(nameof(items))] string property = "")
    {
        Start(container);
        foreach (var value in items ?? throw Fault(property, "is required"))
        {
            write(this, item, value ?? throw Fault(property, "may not hold null"));
        }

        End();
    }

    /// <summary>A container with items that name themselves; nothing at all for an empty list.</summary>
    public void List<T>(XName container, IReadOnlyList<T> items, Action<WireWriter, T> write, [CallerArgumentExpression(nameof(items))] string property = "")
    {
        if (items is null or { Count: > 0 })
        {
            RequiredList(container, items, write, property);
        }
    }

    /// <summary>A container with items that name themselves; an empty container for an empty list.</summary>
    public void RequiredList<T>(XName container, IReadOnlyList<T>? items, Action<WireWriter, T> write, [CallerArgumentExpression(nameof(items))] string property = "")
    {
        Start(container);
        foreach (var value in items ?? throw Fault(property, "is required"))
        {
            write(this, value ?? throw Fault(property, "may not hold null"));
        }

        End();
    }

    public void Attribute(XName name, string? value, [CallerArgumentExpression(nameof(value))] string property = "")
    {
        if (value is not null && !output.TryAttribute(name.LocalName, value))
        {
            throw Fault(property, NotForXml);
        }
    }

    public void RequiredAttribute(XName name, string? value, [CallerArgumentExpression(nameof(value))] string property = "") =>
        Attribute(name, value ?? throw Fault(property, "is required"), property);

    /// <summary>Text of a limited length, in characters; null writes nothing.</summary>
    public void LimitedAttribute(XName name, string? value, int minLength, int maxLength, [CallerArgumentExpression(nameof(value))] string property = "")
    {
        Check(value is null || (value.Length >= minLength && value.Length <= maxLength), property, $"must have {minLength} to {maxLength} characters");
        Attribute(name, value, property);
    }

    /// <summary>Text of a limited length, in characters.</summary>
    public void RequiredLimitedAttribute(XName name, string? value, int minLength, int maxLength, [CallerArgumentExpression(nameof(value))] string property = "") =>
        LimitedAttribute(name, value ?? throw Fault(property, "is required"), minLength, maxLength, property);

    public void BooleanAttribute(XName name, bool? value) =>
        Attribute(name, value is { } known ? (known ? "true" : "false") : null);

    public void Int32Attribute(XName name, int? value) => Attribute(name, value?.ToString(CultureInfo.InvariantCulture));

    /// <summary>A whole number within bounds; null writes nothing.</summary>
    public void LimitedAttribute(XName name, int? value, int min, int max, [CallerArgumentExpression(nameof(value))] string property = "")
    {
        Check(value is null || (value >= min && value <= max), property, $"must be {min} to {max}");
        Int32Attribute(name, value);
    }

    public void NonNegativeAttribute(XName name, decimal value, [CallerArgumentExpression(nameof(value))] string property = "")
    {
        Check(value >= 0, property, "may not be negative");
        Attribute(name, value.ToString(CultureInfo.InvariantCulture));
    }

    public void TimeAttribute(XName name, DateTimeOffset? value) => Attribute(name, value is { } known ? WireTime.Format(known) : null);

    /// <summary>What a clock shows somewhere, without a zone; a time of this machine's zone or of UTC would lose its meaning.</summary>
    public void LocalTimeAttribute(XName name, DateTime value, [CallerArgumentExpression(nameof(value))] string property = "")
    {
        Check(value.Kind == DateTimeKind.Unspecified, property, $"must be of kind Unspecified, but is {value.Kind}");
        Attribute(name, WireTime.FormatLocal(value));
    }

    /// <summary>A value of a fixed vocabulary; Unknown is refused.</summary>
    public void EnumAttribute<T>(XName name, T value, EnumText<T> vocabulary, [CallerArgumentExpression(nameof(value))] string property = "")
        where T : struct, Enum =>
        Attribute(name, vocabulary.Format(value) ?? throw Fault(property, $"is {value}, which cannot be written"));

    /// <summary>A web address as the schema's <c>anyURI</c> takes it.</summary>
    public void RequiredUrlAttribute(XName name, string? value, [CallerArgumentExpression(nameof(value))] string property = "")
    {
        Check(value is null || IsUrl(value), property, "is no web address");
        RequiredAttribute(name, value, property);
    }

    /// <summary>Whether the schema's <c>anyURI</c> takes the text: it refuses two number signs in a row and mere white space besides.</summary>
    public static bool IsUrl(string value) =>
        !value.Contains("##") && (value.Length == 0 || value.Trim().Length > 0) && Uri.TryCreate(value, UriKind.RelativeOrAbsolute, out _);

    /// <summary>Refuses the message unless the condition holds.</summary>
    public void Check(bool condition, string property, string fault, XName? child = null)
    {
        if (!condition)
        {
            throw Fault(property, fault, child);
        }
    }

    private void Raw(XName name, string value)
    {
        Start(name);
        output.TryText(value);
        End();
    }

    private ArgumentException Fault(string property, string fault, XName? child = null)
    {
        var path = string.Concat(_open.Select(name => "/" + name.LocalName)) + (child is null ? string.Empty : "/" + child.LocalName);
        var simpleName = property.Substring(property.LastIndexOf('.') + 1);
        return new ArgumentException($"{simpleName} {fault} ({path}).");
    }
}
