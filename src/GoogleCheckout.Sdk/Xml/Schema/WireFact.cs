namespace GoogleCheckout.Xml;

/// <summary>A line of the table: name, cardinality and type.</summary>
internal sealed record WireFact(string Name, string Cardinality, string Type)
{
    public bool IsRequired => Cardinality is "1" or "one-of";

    /// <summary>Whether the element may occur any number of times.</summary>
    public bool IsList => Cardinality == "*";

    public static WireFact Parse(string[] words) => new(words[0], words[1], words[2]);
}
