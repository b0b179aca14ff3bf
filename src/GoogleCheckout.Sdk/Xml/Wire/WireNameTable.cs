using System.Runtime.InteropServices;
using System.Xml;
using System.Xml.Linq;

namespace GoogleCheckout.Xml;

/// <summary>
/// The names that a reader finds. Names of the protocol are in one immutable table for all documents; other names are in a table
/// that exists as long as its document. Therefore a sender with unknown names cannot increase the memory of the process.
/// </summary>
internal sealed class WireNameTable : XmlNameTable
{
    private static readonly string[] NamespaceNames =
        [ProtocolNamespace.Current.NamespaceName, ProtocolNamespace.Beta, "xml", "xmlns", "http://www.w3.org/XML/1998/namespace", "http://www.w3.org/2000/xmlns/", "version", "encoding"];

    private static readonly Slot[] Slots = BuildSlots();

    private LimitedNameTable? _unknownNames;

    /// <summary>Returns the protocol's name of the reader's current element; null if the protocol does not have the element.</summary>
    public static XName? ElementName(XmlReader reader) =>
        ProtocolNamespace.Contains(reader.NamespaceURI) && FindSlot(reader.LocalName) is >= 0 and var slot ? Slots[slot].Element : null;

    /// <summary>Returns the protocol's name of the reader's current attribute; null if the protocol does not have the attribute.</summary>
    public static XName? AttributeName(XmlReader reader) =>
        reader.NamespaceURI.Length == 0 && FindSlot(reader.LocalName) is >= 0 and var slot ? Slots[slot].Attribute : null;

    /// <summary>Returns the element of the protocol with a local name; null if there is none.</summary>
    public static XName? FindElement(ReadOnlySpan<char> name) => FindSlot(name) is >= 0 and var slot ? Slots[slot].Element : null;

    /// <summary>Returns the attribute of the protocol with a name; null if there is none.</summary>
    public static XName? FindAttribute(ReadOnlySpan<char> name) => FindSlot(name) is >= 0 and var slot ? Slots[slot].Attribute : null;

    /// <summary>Returns whether the name is one of the protocol or of XML itself.</summary>
    public static bool Contains(string name) => name.Length > 0 && Find(name.AsSpan()) is not null;

    public override string Add(char[] array, int offset, int length) =>
        Find(array.AsSpan(offset, length)) ?? (_unknownNames ??= new LimitedNameTable()).Add(array, offset, length);

    public override string Add(string array) => Find(array.AsSpan()) ?? (_unknownNames ??= new LimitedNameTable()).Add(array);

    public override string? Get(char[] array, int offset, int length) =>
        Find(array.AsSpan(offset, length)) ?? _unknownNames?.Get(array, offset, length);

    public override string? Get(string array) => Find(array.AsSpan()) ?? _unknownNames?.Get(array);

    private static string? Find(ReadOnlySpan<char> name) =>
        name.IsEmpty ? string.Empty
        : FindSlot(name) is >= 0 and var slot ? Slots[slot].Name
        : null;

    private static int FindSlot(ReadOnlySpan<char> name)
    {
        if (name.IsEmpty)
        {
            return -1;
        }

        for (var slot = GetSlot(name); Slots[slot].Name is { } known; slot = (slot + 1) & (Slots.Length - 1))
        {
            if (name.SequenceEqual(known.AsSpan()))
            {
                return slot;
            }
        }

        return -1;
    }

    // A reader returns the string objects of this table, so that comparing references is enough for the protocol's names.
    private static int FindSlot(string name)
    {
        if (name.Length == 0)
        {
            return -1;
        }

        for (var slot = GetSlot(name.AsSpan()); ; slot = (slot + 1) & (Slots.Length - 1))
        {
            var known = Slots[slot].Name;
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

    private static int GetSlot(ReadOnlySpan<char> name) => GetSlot(name, Slots.Length);

    // The first, middle and last four characters and the length distinguish the names of the protocol well enough.
    private static int GetSlot(ReadOnlySpan<char> name, int size)
    {
        var hash = name.Length < 4
            ? name[0] + ((ulong)name[name.Length / 2] << 16) + ((ulong)name[name.Length - 1] << 32)
            : ReadFour(name) + (ReadFour(name.Slice((name.Length - 4) / 2)) << 8) + (ReadFour(name.Slice(name.Length - 4)) * 0x9E3779B97F4A7C15);
        return (int)(((hash + (ulong)name.Length) * 0xD6E8FEB86659FD93) >> 48) & (size - 1);
    }

    private static ulong ReadFour(ReadOnlySpan<char> name) => MemoryMarshal.Read<ulong>(MemoryMarshal.AsBytes(name));

    private static Slot[] BuildSlots()
    {
        var slots = new Slot[2048];
        foreach (var name in Elements.All.Concat(Attributes.All).Select(name => name.LocalName).Concat(NamespaceNames).Distinct())
        {
            var slot = GetSlot(name.AsSpan(), slots.Length);
            while (slots[slot].Name is not null)
            {
                slot = (slot + 1) & (slots.Length - 1);
            }

            slots[slot] = new Slot(name, Find(Elements.All, name), Find(Attributes.All, name));
        }

        return slots;
    }

    private static XName? Find(IReadOnlyList<XName> names, string name) => names.FirstOrDefault(known => known.LocalName == name);

    /// <summary>A name of the protocol, and what has it; the default for none.</summary>
    private readonly record struct Slot(string? Name, XName? Element, XName? Attribute);
}
