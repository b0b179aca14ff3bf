using System.Xml;
using System.Xml.Linq;

namespace GoogleCheckout.Xml;

/// <summary>
/// The names a reader meets: the protocol's own from one immutable table that all documents share, any other from a
/// table that lives as long as its document. A sender who invents names therefore cannot make the process grow.
/// </summary>
internal sealed class WireNameTable : XmlNameTable
{
    private static readonly string[] NamespaceNames =
        [ProtocolNamespace.Current.NamespaceName, ProtocolNamespace.Beta, "xml", "xmlns", "http://www.w3.org/XML/1998/namespace", "http://www.w3.org/2000/xmlns/", "version", "encoding"];

    private static readonly string?[] Slots = BuildSlots();
    private static readonly XName?[] ElementNames = InSlots(Elements.All);
    private static readonly XName?[] AttributeNames = InSlots(Attributes.All);

    private const int MaxUnknownNames = 100_000;

    private NameTable? _unknownNames;
    private int _unknownNameCount;

    /// <summary>The protocol's name for the element the reader stands on; null where the protocol has none.</summary>
    public static XName? ElementName(XmlReader reader) =>
        ProtocolNamespace.Contains(reader.NamespaceURI) && SlotOf(reader.LocalName) is >= 0 and var slot ? ElementNames[slot] : null;

    /// <summary>The protocol's name for the attribute the reader stands on; null where the protocol has none.</summary>
    public static XName? AttributeName(XmlReader reader) =>
        reader.NamespaceURI.Length == 0 && SlotOf(reader.LocalName) is >= 0 and var slot ? AttributeNames[slot] : null;

    public override string Add(char[] array, int offset, int length) =>
        Get(array, offset, length) ?? Unknown().Add(array, offset, length);

    public override string Add(string array) => Get(array) ?? Unknown().Add(array);

    public override string? Get(char[] array, int offset, int length) =>
        Find(array.AsSpan(offset, length)) ?? _unknownNames?.Get(array, offset, length);

    public override string? Get(string array) => Find(array.AsSpan()) ?? _unknownNames?.Get(array);

    // One document may be an archive of any size, but not with any number of names.
    private NameTable Unknown() => ++_unknownNameCount <= MaxUnknownNames
        ? _unknownNames ??= new NameTable()
        : throw new XmlLimitException($"it uses more than {MaxUnknownNames} names that the protocol does not have");

    private static string? Find(ReadOnlySpan<char> name)
    {
        if (name.IsEmpty)
        {
            return string.Empty;
        }

        for (var slot = Slot(name); ; slot = (slot + 1) & (Slots.Length - 1))
        {
            var known = Slots[slot];
            if (known is null || name.SequenceEqual(known.AsSpan()))
            {
                return known;
            }
        }
    }

    // A reader gives back the very strings it got from this table: one of the protocol's is found by reference.
    private static int SlotOf(string name)
    {
        if (name.Length == 0)
        {
            return -1;
        }

        for (var slot = Slot(name.AsSpan()); ; slot = (slot + 1) & (Slots.Length - 1))
        {
            var known = Slots[slot];
            if (ReferenceEquals(known, name))
            {
                return slot;
            }

            if (known is null)
            {
                return -1;
            }
        }
    }

    private static int Slot(ReadOnlySpan<char> name) => Slot(name, Slots.Length);

    // First, last, one from the middle and the length tell the protocol's names apart well enough.
    private static int Slot(ReadOnlySpan<char> name, int size)
    {
        var hash = (uint)((name[0] * 31) + name[name.Length - 1] + (name[name.Length / 2] * 1009) + (name[name.Length / 3] * 7919) + (name.Length * 131));
        return (int)((hash * 2654435769u) >> 12) & (size - 1);
    }

    private static string?[] BuildSlots()
    {
        var slots = new string?[2048];
        foreach (var name in Elements.All.Concat(Attributes.All).Select(name => name.LocalName).Concat(NamespaceNames).Distinct())
        {
            var slot = Slot(name.AsSpan(), slots.Length);
            while (slots[slot] is not null)
            {
                slot = (slot + 1) & (slots.Length - 1);
            }

            slots[slot] = name;
        }

        return slots;
    }

    private static XName?[] InSlots(IReadOnlyList<XName> names)
    {
        var slots = new XName?[Slots.Length];
        foreach (var name in names)
        {
            slots[SlotOf(Find(name.LocalName.AsSpan())!)] = name;
        }

        return slots;
    }
}
