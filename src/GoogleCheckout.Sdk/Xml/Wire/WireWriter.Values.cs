using System.Globalization;
using System.Runtime.CompilerServices;
using System.Xml.Linq;

namespace GoogleCheckout.Xml;

// Elements with a single value.
internal sealed partial class WireWriter
{
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

    /// <summary>Writes a text of limited length, in characters.</summary>
    public void LimitedText(XName name, string? value, int maxLength, [CallerArgumentExpression(nameof(value))] string property = "")
    {
        Check(value is null || !TextLength.Exceeds(value, maxLength), property, $"must have at most {maxLength} characters", name);
        Text(name, value, property);
    }

    public void Boolean(XName name, bool? value)
    {
        if (value is { } known)
        {
            WriteValue(name, known ? "true" : "false");
        }
    }

    public void RequiredBoolean(XName name, bool? value, [CallerArgumentExpression(nameof(value))] string property = "") =>
        Boolean(name, value ?? throw CreateException(property, "is required", name));

    public void Int64(XName name, long? value)
    {
        if (value is { } known)
        {
            WriteValue(name, known.ToString(CultureInfo.InvariantCulture));
        }
    }

    public void RequiredInt64(XName name, long? value, [CallerArgumentExpression(nameof(value))] string property = "") =>
        Int64(name, value ?? throw CreateException(property, "is required", name));

    /// <summary>Writes a number that is not an amount, such as a rate.</summary>
    public void Decimal(XName name, decimal? value)
    {
        if (value is { } known)
        {
            WriteValue(name, known.ToString(CultureInfo.InvariantCulture));
        }
    }

    /// <summary>Writes a number that must not be negative.</summary>
    public void NonNegative(XName name, decimal? value, [CallerArgumentExpression(nameof(value))] string property = "")
    {
        Check(value is null or >= 0, property, "must not be negative", name);
        Decimal(name, value);
    }

    public void Time(XName name, DateTimeOffset? value)
    {
        if (value is { } known)
        {
            WriteValue(name, WireTime.Format(known));
        }
    }

    public void RequiredTime(XName name, DateTimeOffset? value, [CallerArgumentExpression(nameof(value))] string property = "") =>
        Time(name, value ?? throw CreateException(property, "is required", name));

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
        Money(name, value ?? throw CreateException(property, "is required", name), property);

    /// <summary>Writes an amount that must not be negative.</summary>
    public void NonNegativeMoney(XName name, Money? value, [CallerArgumentExpression(nameof(value))] string property = "")
    {
        Check(value is not { Amount: < 0 }, property, "must not be negative", name);
        Money(name, value, property);
    }

    public void Enum<T>(XName name, T? value, EnumText<T> vocabulary, [CallerArgumentExpression(nameof(value))] string property = "")
        where T : struct, Enum
    {
        if (value is { } known)
        {
            WriteValue(name, vocabulary.Format(known) ?? throw CreateException(property, $"is {known}, which cannot be written", name));
        }
    }

    /// <summary>Writes a URL that the schema type <c>anyURI</c> allows.</summary>
    public void Url(XName name, string? value, [CallerArgumentExpression(nameof(value))] string property = "")
    {
        Check(value is null || IsUrl(value), property, "is not a valid URL", name);
        Text(name, value, property);
    }

    /// <summary>Writes a URL that the schema type <c>anyURI</c> allows.</summary>
    public void RequiredUrl(XName name, string? value, [CallerArgumentExpression(nameof(value))] string property = "") =>
        Url(name, value ?? throw CreateException(property, "is required", name), property);

    /// <summary>Returns whether the schema type <c>anyURI</c> allows the text. It does not allow two number signs in a row, or only white space.</summary>
    public static bool IsUrl(string value) =>
        !value.Contains("##") && (value.Length == 0 || value.Trim().Length > 0) && Uri.TryCreate(value, UriKind.RelativeOrAbsolute, out _);

    private void WriteValue(XName name, string value)
    {
        Start(name);
        output.TryText(value);
        End();
    }
}
