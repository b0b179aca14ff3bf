using System.Text;

namespace GoogleCheckout.Xml;

/// <summary>A document made of a notification that was found in an archive.</summary>
/// <param name="Xml">The document, in UTF-8 or with a declaration of its encoding.</param>
/// <param name="Fragment">The piece of the archive.</param>
/// <param name="Prologue">The number of characters that were added on the first line.</param>
internal readonly record struct ArchiveDocument(byte[] Xml, ArchiveFragment Fragment, int Prologue)
{
    private static readonly byte[] Declaration = Encoding.ASCII.GetBytes(PlainReader.NamespaceDeclaration);

    /// <summary>Creates the document: the piece, with the declarations that it had from what surrounds it.</summary>
    /// <param name="fragment">The piece.</param>
    /// <param name="xml">The bytes of the piece. They are the document if nothing is to be added.</param>
    /// <param name="encoding">The encoding to declare; null if it is UTF-8.</param>
    /// <param name="namespaces">The declarations of prefixes, as attributes.</param>
    /// <param name="budget">Limits the length of the declarations.</param>
    /// <exception cref="XmlLimitException">The declarations of all pieces are much longer than the archive.</exception>
    public static ArchiveDocument Create(ArchiveFragment fragment, byte[] xml, string? encoding, IReadOnlyDictionary<string, string> namespaces, MarkupBudget budget) =>
        encoding is null && namespaces.Count == 0 && DeclaresNamespace(xml, fragment.Name)
            ? new ArchiveDocument(xml, fragment, Prologue: 0)
            : CreateWithDeclarations(fragment, xml, encoding, namespaces, budget);

    /// <summary>Creates the document that form fields stand for. Each place in it is that of the fields in the archive.</summary>
    /// <param name="fragment">The fields.</param>
    /// <param name="fallback">The encoding of the values if they are not UTF-8; null if there is none.</param>
    /// <exception cref="FormatException">The fields are not those of a notification.</exception>
    public static ArchiveDocument CreateFromForm(ArchiveFragment fragment, Encoding? fallback) => new(Decode(fragment, fallback), fragment, int.MaxValue);

    /// <summary>Reads the document. The place in an exception is that in the archive.</summary>
    /// <param name="elements">Receives the elements. They may be those of another document before.</param>
    public CheckoutMessage Parse(WireDocument elements) => DocumentParser.Parse(Xml, new DocumentOrigin(Fragment.Offset, Fragment.Line, Fragment.Column, Prologue), elements);

    private static ArchiveDocument CreateWithDeclarations(ArchiveFragment fragment, ReadOnlySpan<byte> xml, string? encoding, IReadOnlyDictionary<string, string> namespaces, MarkupBudget budget)
    {
        var nameEnd = 1 + fragment.Name.Length;
        var startTag = GetStartTag(xml);
        var declaration = encoding is null ? string.Empty : $"<?xml version=\"1.0\" encoding=\"{encoding}\"?>";
        var attributes = new StringBuilder();
        foreach (var declared in namespaces)
        {
            budget.Spend(declared.Value.Length, length: 0);
            AddIfMissing(attributes, startTag, "xmlns:" + declared.Key, declared.Value);
        }

        var name = fragment.Name.Split(':');
        var own = name.Length == 1 ? "xmlns" : "xmlns:" + name[0];
        AddIfMissing(attributes, startTag + attributes, own, $" {own}=\"{ProtocolNamespace.Current.NamespaceName}\"");

        var document = GC.AllocateUninitializedArray<byte>(declaration.Length + attributes.Length + xml.Length);
        Encoding.ASCII.GetBytes(declaration, 0, declaration.Length, document, 0);
        xml.Slice(0, nameEnd).CopyTo(document.AsSpan(declaration.Length));
        Encoding.ASCII.GetBytes(attributes.ToString(), 0, attributes.Length, document, declaration.Length + nameEnd);
        xml.Slice(nameEnd).CopyTo(document.AsSpan(declaration.Length + nameEnd + attributes.Length));
        return new ArchiveDocument(document, fragment, declaration.Length + attributes.Length);
    }

    private static byte[] Decode(ArchiveFragment fragment, Encoding? fallback)
    {
        try
        {
            return NameValueDocument.Create(fragment.Xml.Span, fragment.Name, DocumentEncoding.Utf8);
        }
        catch (FormatException) when (fallback is not null)
        {
            return NameValueDocument.Create(fragment.Xml.Span, fragment.Name, fallback);
        }
    }

    // The form in which nearly all notifications declare it.
    private static bool DeclaresNamespace(ReadOnlySpan<byte> xml, string name) => xml.Slice(1 + name.Length).StartsWith(Declaration) && name.IndexOf(':') < 0;

    private static void AddIfMissing(StringBuilder attributes, string startTag, string name, string attribute)
    {
        if (!HasAttribute(startTag, name))
        {
            attributes.Append(attribute);
        }
    }

    private static bool HasAttribute(string startTag, string name)
    {
        for (var found = startTag.IndexOf(name, StringComparison.Ordinal); found > 0; found = startTag.IndexOf(name, found + 1, StringComparison.Ordinal))
        {
            var after = startTag.AsSpan(found + name.Length).TrimStart();
            if (char.IsWhiteSpace(startTag[found - 1]) && after.Length > 0 && after[0] == '=')
            {
                return true;
            }
        }

        return false;
    }

    private static string GetStartTag(ReadOnlySpan<byte> xml)
    {
        var length = xml.IndexOf((byte)'>') + 1;
        return Encoding.ASCII.GetString(xml.Slice(0, length == 0 ? xml.Length : length).ToArray());
    }
}
