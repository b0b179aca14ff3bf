using System.Buffers;
using System.Xml.Linq;

namespace GoogleCheckout.Xml;

/// <summary>
/// The elements of one document in document order, in pooled arrays. The message is read from them at once, and the arrays are
/// returned to the pool, or used for the next document.
/// </summary>
internal sealed class WireDocument : IDisposable
{
    // Larger arrays are not pooled, so that one long document does not stay in memory.
    private const int MaxPooledLength = 4096;

    private Node[] _nodes = ArrayPool<Node>.Shared.Rent(128);
    private AttributeValue[] _attributes = ArrayPool<AttributeValue>.Shared.Rent(64);
    private char[] _source = [];
    private int _attributeCount;

    /// <summary>The number of elements so far, which is also the number of the next element.</summary>
    public int Count { get; private set; }

    /// <summary>Begins another document, whose texts are given as places in its characters.</summary>
    /// <param name="length">The maximum number of characters.</param>
    /// <returns>The array for the characters. It belongs to this object.</returns>
    public char[] Begin(int length)
    {
        Array.Clear(_nodes, 0, Count);
        Array.Clear(_attributes, 0, _attributeCount);
        (Count, _attributeCount) = (0, 0);
        if (_source.Length < length)
        {
            ReturnSource();
            _source = ArrayPool<char>.Shared.Rent(length);
        }

        return _source;
    }

    public WireElement this[int number] => new(this, number);

    /// <summary>Starts an element, which is open until <see cref="End"/>.</summary>
    /// <returns>The number of the element.</returns>
    public int Start(XName name, int parent)
    {
        if (Count == _nodes.Length)
        {
            _nodes = Grow(_nodes, Count);
        }

        // The other fields have their defaults: arrays are cleared before they are returned to the pool.
        ref var node = ref _nodes[Count];
        node.Name = name;
        node.Parent = parent;
        node.FirstAttribute = _attributeCount;
        node.End = int.MaxValue;
        return Count++;
    }

    /// <summary>Adds an attribute to the element that was started last.</summary>
    public void AddAttribute(XName name, WireText value)
    {
        if (_attributeCount == _attributes.Length)
        {
            _attributes = Grow(_attributes, _attributeCount);
        }

        _attributes[_attributeCount++] = new AttributeValue(name, value);
    }

    /// <summary>Ends an element. Text beside child elements is ignored.</summary>
    public void End(int number, WireText text)
    {
        ref var node = ref _nodes[number];
        node.End = Count;
        if (Count == number + 1)
        {
            node.Text = text;
        }
    }

    public void SetUnknownName(int number, UnknownName name) => _nodes[number].UnknownName = name;

    public void SetHasMarkup(int number) => _nodes[number].HasMarkup = true;

    public void SetMarkup(int number, string markup) => _nodes[number].Markup = markup;

    public ref readonly Node NodeAt(int number) => ref _nodes[number];

    /// <summary>Returns the number of the first child with the name; -1 if there is none.</summary>
    public int FindChild(int number, XName name)
    {
        var nodes = _nodes.AsSpan(0, Count);
        var end = nodes[number].End;
        for (var child = number + 1; child < end; child = nodes[child].End)
        {
            if (nodes[child].Name == name)
            {
                return child;
            }
        }

        return -1;
    }

    /// <summary>Returns the text of an element; empty if it has none.</summary>
    public string TextOf(int number) => _nodes[number].Text.ToString(_source);

    /// <summary>Returns the text of an element without white space around it.</summary>
    public string TrimmedTextOf(int number) => _nodes[number].Text.ToTrimmedString(_source);

    /// <summary>Returns the characters of the text of an element without white space around it. Valid until this object is disposed.</summary>
    public ReadOnlySpan<char> TokenOf(int number) => _nodes[number].Text.AsSpan(_source).Trim();

    /// <summary>Returns the value of an attribute; null if the element does not have it.</summary>
    public string? Attribute(int number, XName name) => FindAttribute(number, name) is >= 0 and var found ? _attributes[found].Value.ToString(_source) : null;

    /// <summary>Returns the characters of the value of an attribute without white space around it; none if the element does not have it.</summary>
    public ReadOnlySpan<char> AttributeToken(int number, XName name) =>
        FindAttribute(number, name) is >= 0 and var found ? _attributes[found].Value.AsSpan(_source).Trim() : default;

    private int FindAttribute(int number, XName name)
    {
        var end = number + 1 < Count ? _nodes[number + 1].FirstAttribute : _attributeCount;
        for (var i = _nodes[number].FirstAttribute; i < end; i++)
        {
            if (_attributes[i].Name == name)
            {
                return i;
            }
        }

        return -1;
    }

    public void Dispose()
    {
        ReturnToPool(_nodes, Count);
        ReturnToPool(_attributes, _attributeCount);
        _nodes = [];
        _attributes = [];
        ReturnSource();
        Count = 0;
    }

    private void ReturnSource()
    {
        if (_source.Length > 0)
        {
            ArrayPool<char>.Shared.Return(_source);
            _source = [];
        }
    }

    private static T[] Grow<T>(T[] array, int count)
    {
        var larger = array.Length < MaxPooledLength ? ArrayPool<T>.Shared.Rent(array.Length * 2) : new T[array.Length * 2];
        Array.Copy(array, larger, count);
        ReturnToPool(array, count);
        return larger;
    }

    private static void ReturnToPool<T>(T[] array, int count)
    {
        if (array.Length is > 0 and <= MaxPooledLength)
        {
            Array.Clear(array, 0, count);
            ArrayPool<T>.Shared.Return(array);
        }
    }

    /// <summary>An element. Its descendants are the nodes between it and its end.</summary>
    public struct Node
    {
        public XName Name;
        public WireText Text;
        public UnknownName? UnknownName;
        public string? Markup;
        public bool HasMarkup;
        public int Parent;
        public int End;
        public int FirstAttribute;
    }

    private readonly record struct AttributeValue(XName Name, WireText Value);
}
