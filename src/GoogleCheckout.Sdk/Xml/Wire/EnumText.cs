namespace GoogleCheckout.Xml;

/// <summary>Converts the values of an enumeration to and from the words of the schema.</summary>
internal sealed class EnumText<T>(params (T Value, string Text)[] words)
    where T : struct, Enum
{
    /// <summary>All words, for the tests that compare them with the schema.</summary>
    public IReadOnlyList<(T Value, string Text)> Words => words;

    /// <summary>Returns the value of a word; <c>default</c>, which is Unknown, for any other text.</summary>
    public T Parse(string text) => Parse(text.AsSpan());

    /// <inheritdoc cref="Parse(string)"/>
    public T Parse(ReadOnlySpan<char> text)
    {
        var word = text.Trim();
        foreach (var known in words)
        {
            if (word.SequenceEqual(known.Text.AsSpan()))
            {
                return known.Value;
            }
        }

        return default;
    }

    /// <summary>Returns the word of a value; null for Unknown, which cannot be written.</summary>
    public string? Format(T value)
    {
        foreach (var known in words)
        {
            if (EqualityComparer<T>.Default.Equals(known.Value, value))
            {
                return known.Text;
            }
        }

        return null;
    }
}
