#if NET
using System.Buffers;
#endif

namespace GoogleCheckout.Xml;

// The search for unusual characters. .NET Standard 2.0 has no fast one, so all of a document is looked at there.
internal ref partial struct PlainReader
{
#if NET
    private static readonly SearchValues<byte> Specials = SearchValues.Create([.. Enumerable.Range(0, ' ').Select(value => (byte)value).Except("\t\n"u8.ToArray()), .. "&]"u8, 0xEF]);
#endif

    // Found once for the document: most have neither a character that XML does not allow nor one that has to be looked at in a text.
    private static bool HasSpecials(ReadOnlySpan<byte> document) =>
#if NET
        document.IndexOfAny(Specials) >= 0;
#else
        true;
#endif
}
