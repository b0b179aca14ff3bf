using System.Collections.Immutable;

namespace GoogleCheckout.Documentation.WireNames;

/// <summary>Where a value is, seen from the element that a codec reads.</summary>
internal sealed record WirePath(ImmutableArray<string> Steps)
{
    private const string Text = "text()";
    private const string Name = "name()";
    private const string Namespace = "namespace-uri()";
    private const string Any = "*";

    /// <summary>The element itself.</summary>
    public static WirePath Self { get; } = new(ImmutableArray<string>.Empty);

    public bool IsName => Steps is [.., Name];

    public WirePath Child(string name) => new(Steps.Add(name));

    public WirePath Attribute(string name) => new(Steps.Add("@" + name));

    public WirePath AnyChild() => Child(Any);

    public WirePath TextOf() => Child(Text);

    public WirePath NameOf() => Child(Name);

    public WirePath NamespaceOf() => new(Steps.RemoveAt(Steps.Length - 1).Add(Namespace));

    /// <summary>Replaces any child by the one of a name, inside a test for that name.</summary>
    public WirePath Narrowed(string name) => Steps is [.., Any] ? new(Steps.RemoveAt(Steps.Length - 1).Add(name)) : this;

    /// <summary>Returns the sentence that documents a property read from here.</summary>
    public string Sentence()
    {
        var steps = Steps is [.., Text] ? Steps.RemoveAt(Steps.Length - 1) : Steps;
        return steps switch
        {
            [] => "Wire value: the element's text.",
            [Name] => "Wire value: the element's name.",
            [Namespace] => "Wire value: the element's namespace.",
            [.., ['@', ..]] => $"Wire name: <c>{string.Join('/', steps).Replace("@", string.Empty)}</c> (attribute).",
            _ => $"Wire name: <c>{string.Join('/', steps)}</c>.",
        };
    }

    public bool Equals(WirePath? other) => other is not null && Steps.SequenceEqual(other.Steps);

    public override int GetHashCode() => string.Join('/', Steps).GetHashCode(StringComparison.Ordinal);
}
