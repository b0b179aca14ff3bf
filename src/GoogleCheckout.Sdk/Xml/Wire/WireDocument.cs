using System.Buffers;
using System.Xml.Linq;

namespace GoogleCheckout.Xml;

/// <summary>
/// The elements of one document in document order, in pooled arrays. The message is read from them at once, and the arrays are
/// returned to the pool.
/// </summary>
internal sealed class WireDocument : IDisposable
{
    // Larger arrays are not pooled, so that one long document does not stay in memory.
    private const int MaxPooledLength = 4096;

    private Node[] _nodes = ArrayPool<Node>.Shared.Rent(128);
    private AttributeValue[] _attributes = ArrayPool<AttributeValue>.Shared.Rent(64);
    private int _attributeCount;

    /// <summary>The number of elements so far, which is also the number of the next element.</summary>
    public int Count { get; private set; }

    public WireElement this[int number] => new(this, number);

    /// <summary>Starts an element, which is open until <see cref="End"/>.</summary>
    /// <returns>The number of the element.</returns>
    public int Start(XName name, int parent)
    {
        if (Count == _nodes.Length)
        {
            _nodes = Grow(_nodes, Count);
        }

        _nodes[Count] = new Node { Name = name, Parent = parent, FirstAttribute = _attributeCount, End = int.MaxValue };
        return Count++;
    }

    /// <summary>Adds an attribute to the element that was started last.</summary>
    public void AddAttribute(XName name, string value)
    {
        if (_attributeCount == _attributes.Length)
        {
            _attributes = Grow(_attributes, _attributeCount);
        }

        _attributes[_attributeCount++] = new AttributeValue(name, value);
    }

    /// <summary>Ends an element. Text beside child elements is ignored.</summary>
    public void End(int number, string? text)
    {
        ref var node = ref _nodes[number];
        node.End = Count;
        node.Text = Count == number + 1 ? text : null;
    }

    public void SetUnknownName(int number, UnknownName name) => _nodes[number].UnknownName = name;

    public void SetHasMarkup(int number) => _nodes[number].HasMarkup = true;

    public void SetMarkup(int number, string markup) => _nodes[number].Markup = markup;

    public ref readonly Node NodeAt(int number) => ref _nodes[number];

    public string? Attribute(int number, XName name)
    {
        var end = number + 1 < Count ? _nodes[number + 1].FirstAttribute : _attributeCount;
        for (var i = _nodes[number].FirstAttribute; i < end; i++)
        {
            if (_attributes[i].Name == name)
            {
                return _attributes[i].Value;
            }
        }

        return null;
    }

    public void Dispose()
    {
        ReturnToPool(_nodes, Count);
        ReturnToPool(_attributes, _attributeCount);
        _nodes = [];
        _attributes = [];
        Count = 0;
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
        public string? Text;
        public UnknownName? UnknownName;
        public string? Markup;
        public bool HasMarkup;
        public int Parent;
        public int End;
        public int FirstAttribute;
    }

    private readonly record struct AttributeValue(XName Name, string Value);
}
