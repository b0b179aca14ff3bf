namespace GoogleCheckout.Xml;

/// <summary>An element whose end was not reached. Reused for the elements of the same depth.</summary>
internal sealed class OpenElement
{
    private int[] _counts = [];
    private TextPieces _text;

    public string Name { get; private set; } = string.Empty;

    public string NamespaceName { get; private set; } = string.Empty;

    /// <summary>The number of the element among its siblings with the same name, from 1; 0 if the path does not have a number.</summary>
    public int Number { get; private set; }

    public ContentType Content { get; private set; } = new();

    public int Line { get; private set; }

    public int Position { get; private set; }

    /// <summary>The number of child elements that the schema allows, including repeated ones.</summary>
    public int Children { get; private set; }

    /// <summary>Whether text that is not allowed was reported.</summary>
    public bool HasReportedText { get; set; }

    /// <summary>The text; empty if there is none.</summary>
    public string Text => _text.Value ?? string.Empty;

    public void Start(string name, string namespaceName, int number, ContentType content, (int Line, int Position) place)
    {
        (Name, NamespaceName, Number, Content, (Line, Position)) = (name, namespaceName, number, content, place);
        Children = 0;
        HasReportedText = false;
        _text.Clear();
        if (_counts.Length < content.Elements.Count)
        {
            _counts = new int[content.Elements.Count];
        }
        else
        {
            Array.Clear(_counts, 0, content.Elements.Count);
        }
    }

    /// <summary>Counts a child. Returns how many with its name there are so far.</summary>
    public int Count(int index)
    {
        Children++;
        return ++_counts[index];
    }

    public bool Has(int index) => _counts[index] > 0;

    /// <summary>Counts a child of any name.</summary>
    public void CountAny() => Children++;

    public void AddText(string piece) => _text.Add(piece);
}
