using System.Buffers.Binary;

namespace GoogleCheckout.Archives;

/// <summary>The CRC-32 of a file in a zip file. It finds damage, not forgery.</summary>
internal sealed class Crc32
{
    private const int Step = 8;
    private static readonly uint[][] Tables = CreateTables();

    private uint _rest = uint.MaxValue;

    /// <summary>The checksum of the bytes so far.</summary>
    public uint Value => ~_rest;

    /// <summary>Adds the next bytes, eight at a time.</summary>
    public void Add(ReadOnlySpan<byte> bytes)
    {
        var rest = _rest;
        while (bytes.Length >= Step)
        {
            var low = BinaryPrimitives.ReadUInt32LittleEndian(bytes) ^ rest;
            var high = BinaryPrimitives.ReadUInt32LittleEndian(bytes.Slice(sizeof(uint)));
            rest = Tables[7][low & 0xFF] ^ Tables[6][(low >> 8) & 0xFF] ^ Tables[5][(low >> 16) & 0xFF] ^ Tables[4][low >> 24]
                ^ Tables[3][high & 0xFF] ^ Tables[2][(high >> 8) & 0xFF] ^ Tables[1][(high >> 16) & 0xFF] ^ Tables[0][high >> 24];
            bytes = bytes.Slice(Step);
        }

        foreach (var value in bytes)
        {
            rest = Tables[0][(rest ^ value) & 0xFF] ^ (rest >> 8);
        }

        _rest = rest;
    }

    // Table 0 has the checksum of each byte; table n, that of the byte with n zeros after it.
    private static uint[][] CreateTables()
    {
        const uint Polynomial = 0xEDB88320;
        var tables = new uint[Step][];
        for (var zeros = 0; zeros < Step; zeros++)
        {
            tables[zeros] = new uint[256];
            for (uint value = 0; value < 256; value++)
            {
                var rest = zeros == 0 ? value : tables[zeros - 1][value];
                for (var bit = 0; bit < 8; bit++)
                {
                    rest = (rest & 1) == 0 ? rest >> 1 : (rest >> 1) ^ Polynomial;
                }

                tables[zeros][value] = rest;
            }
        }

        return tables;
    }
}
