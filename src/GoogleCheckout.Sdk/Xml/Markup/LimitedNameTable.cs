using System.Xml;

namespace GoogleCheckout.Xml;

/// <summary>The names and namespaces of one document. Their number and their length are limited, because a document may be an archive of any size.</summary>
internal sealed class LimitedNameTable : XmlNameTable
{
    private const int MaxNames = 100_000;
    private const int MaxLength = 2_000_000;

    private readonly NameTable _names = new();
    private int _count;
    private int _length;

    public override string Add(char[] array, int offset, int length) => Get(array, offset, length) ?? Count(_names.Add(array, offset, length));

    public override string Add(string array) => Get(array) ?? Count(_names.Add(array));

    public override string? Get(char[] array, int offset, int length) => _names.Get(array, offset, length);

    public override string? Get(string array) => _names.Get(array);

    private string Count(string added)
    {
        if (++_count > MaxNames)
        {
            throw new XmlLimitException($"it has more than {MaxNames} names that are not in the protocol");
        }

        _length = Math.Min(_length, MaxLength) + Math.Min(added.Length, MaxLength + 1);
        return _length <= MaxLength ? added : throw new XmlLimitException($"its names and namespaces that are not in the protocol have more than {MaxLength} characters");
    }
}
