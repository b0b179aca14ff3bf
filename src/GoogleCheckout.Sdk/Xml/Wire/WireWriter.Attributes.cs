using System.Globalization;
using System.Runtime.CompilerServices;
using System.Xml.Linq;

namespace GoogleCheckout.Xml;

// Attributes of the open element.
internal sealed partial class WireWriter
{
    public void Attribute(XName name, string? value, [CallerArgumentExpression(nameof(value))] string property = "")
    {
        if (value is not null && !output.TryAttribute(name.LocalName, value))
        {
            throw CreateException(property, NotAllowedInXml);
        }
    }

    public void RequiredAttribute(XName name, string? value, [CallerArgumentExpression(nameof(value))] string property = "") =>
        Attribute(name, value ?? throw CreateException(property, "is required"), property);

    /// <summary>Writes a text of limited length, in characters. Null writes nothing.</summary>
    public void LimitedAttribute(XName name, string? value, int minLength, int maxLength, [CallerArgumentExpression(nameof(value))] string property = "")
    {
        Check(value is null || (value.Length >= minLength && !TextLength.Exceeds(value, maxLength)), property, $"must have {minLength} to {maxLength} characters");
        Attribute(name, value, property);
    }

    /// <summary>Writes a text of limited length, in characters.</summary>
    public void RequiredLimitedAttribute(XName name, string? value, int minLength, int maxLength, [CallerArgumentExpression(nameof(value))] string property = "") =>
        LimitedAttribute(name, value ?? throw CreateException(property, "is required"), minLength, maxLength, property);

    public void BooleanAttribute(XName name, bool? value) =>
        Attribute(name, value is { } known ? (known ? "true" : "false") : null);

    public void Int32Attribute(XName name, int? value) => Attribute(name, value?.ToString(CultureInfo.InvariantCulture));

    /// <summary>Writes a whole number between two limits. Null writes nothing.</summary>
    public void LimitedAttribute(XName name, int? value, int min, int max, [CallerArgumentExpression(nameof(value))] string property = "")
    {
        Check(value is null || (value >= min && value <= max), property, $"must be {min} to {max}");
        Int32Attribute(name, value);
    }

    public void NonNegativeAttribute(XName name, decimal value, [CallerArgumentExpression(nameof(value))] string property = "")
    {
        Check(value >= 0, property, "must not be negative");
        Attribute(name, value.ToString(CultureInfo.InvariantCulture));
    }

    public void TimeAttribute(XName name, DateTimeOffset? value) => Attribute(name, value is { } known ? WireTime.Format(known) : null);

    /// <summary>Writes a local time without a zone, or a time of UTC. A time of this machine's zone would lose its zone and is rejected.</summary>
    public void LocalTimeAttribute(XName name, DateTime value, [CallerArgumentExpression(nameof(value))] string property = "")
    {
        Check(value.Kind != DateTimeKind.Local, property, "must be of kind Unspecified or Utc, but is Local");
        Attribute(name, WireTime.FormatLocal(value));
    }

    /// <summary>Writes a value of a fixed vocabulary. Unknown is rejected.</summary>
    public void EnumAttribute<T>(XName name, T value, EnumText<T> vocabulary, [CallerArgumentExpression(nameof(value))] string property = "")
        where T : struct, Enum =>
        Attribute(name, vocabulary.Format(value) ?? throw CreateException(property, $"is {value}, which cannot be written"));

    /// <summary>Writes a URL that the schema type <c>anyURI</c> allows.</summary>
    public void RequiredUrlAttribute(XName name, string? value, [CallerArgumentExpression(nameof(value))] string property = "")
    {
        Check(value is null || IsUrl(value), property, "is not a valid URL");
        RequiredAttribute(name, value, property);
    }
}
