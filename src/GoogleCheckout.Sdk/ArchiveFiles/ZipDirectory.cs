namespace GoogleCheckout.Archives;

/// <summary>The directory at the end of a zip file, which is read into memory as a whole.</summary>
internal static class ZipDirectory
{
    private const int MaxBytes = 16 * 1024 * 1024;
    private const int HeaderLength = 46;
    private const int EndLength = 22;
    private const int MaxCommentLength = 0xFFFF;
    private const int LocatorLength = 20;

    /// <summary>Checks the length of the directory, and reads the checksum of each file, in their order.</summary>
    /// <exception cref="InvalidDataException">It is too long, or there is none.</exception>
    public static IReadOnlyList<uint> ReadChecksums(Stream file)
    {
        var position = FindStart(file);
        var checksums = new List<uint>();
        var header = new byte[HeaderLength];
        var length = file.Length;
        while (position >= 0 && position <= length - HeaderLength)
        {
            file.Position = position;
            Fill(file, header);
            if (!header.AsSpan().StartsWith("PK\x01\x02"u8))
            {
                break;
            }

            checksums.Add(BitConverter.ToUInt32(header, 16));
            position += HeaderLength + BitConverter.ToUInt16(header, 28) + BitConverter.ToUInt16(header, 30) + BitConverter.ToUInt16(header, 32);
        }

        return checksums;
    }

    // The directory is what is from its beginning to the end of the file. The length that it declares is not used.
    private static long FindStart(Stream file)
    {
        var tail = ReadTail(file, EndLength + MaxCommentLength + LocatorLength);
        var end = tail.AsSpan().LastIndexOf("PK\x05\x06"u8);
        if (end < 0 || end + EndLength > tail.Length)
        {
            throw new InvalidDataException("it begins as a zip file, and has no directory at its end; it may be cut off.");
        }

        long start = BitConverter.ToUInt32(tail, end + 16);

        // Either place may be the one that counts.
        if (end >= LocatorLength && tail.AsSpan(end - LocatorLength).StartsWith("PK\x06\x07"u8))
        {
            start = Math.Min(start, ReadZip64Start(file, BitConverter.ToInt64(tail, end - LocatorLength + 8)));
        }

        if (start < file.Length - MaxBytes)
        {
            throw new InvalidDataException($"the directory of the zip file is longer than {MaxBytes} bytes; unpack the file first.");
        }

        return start;
    }

    private static long ReadZip64Start(Stream file, long position)
    {
        const int StartAt = 48;
        var record = new byte[StartAt + sizeof(long)];
        if (position < 0 || position > file.Length - record.Length)
        {
            throw new InvalidDataException("the end of the zip file is damaged.");
        }

        file.Position = position;
        Fill(file, record);
        return BitConverter.ToInt64(record, StartAt);
    }

    private static byte[] ReadTail(Stream file, int length)
    {
        var tail = new byte[Math.Min(length, file.Length)];
        file.Position = file.Length - tail.Length;
        Fill(file, tail);
        return tail;
    }

    private static void Fill(Stream file, byte[] buffer)
    {
        int length = 0;
        while (length < buffer.Length && file.Read(buffer, length, buffer.Length - length) is > 0 and var count)
        {
            length += count;
        }
    }
}
