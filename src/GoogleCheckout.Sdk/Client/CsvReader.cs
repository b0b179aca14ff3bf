using System.Text;

namespace GoogleCheckout.Client;

/// <summary>
/// Reads comma-separated values record by record. Quoted fields may contain commas, line ends and doubled quotes.
/// Lines end in CR, LF or both. Empty lines are skipped.
/// </summary>
/// <param name="readAsync">Fills a buffer with the next bytes, in UTF-8, and returns their number; 0 at the end.</param>
internal sealed class CsvReader(Func<byte[], CancellationToken, Task<int>> readAsync)
{
    /// <summary>The maximum length of a record, in characters.</summary>
    public const int MaxRecordLength = 64 * 1024;

    private const char ByteOrderMark = '\uFEFF';

    private readonly Decoder _decoder = new UTF8Encoding(false, throwOnInvalidBytes: false).GetDecoder();
    private readonly byte[] _bytes = new byte[16 * 1024];
    private readonly char[] _characters = new char[(16 * 1024) + 2];
    private readonly StringBuilder _field = new();
    private int _position;
    private int _count;
    private int _line = 1;
    private char _previous;
    private bool _isAtStart = true;

    /// <summary>Gets the 1-based line on which the last record begins.</summary>
    public int LineNumber { get; private set; } = 1;

    /// <summary>Reads the fields of the next record.</summary>
    /// <returns>The fields; null at the end.</returns>
    /// <exception cref="FormatException">A quote is not closed, or the record is too long.</exception>
    public async Task<IReadOnlyList<string>?> ReadAsync(CancellationToken cancellationToken)
    {
        var fields = new List<string>();
        _field.Clear();
        var (isQuoted, wasQuoted, length) = (false, false, 0);
        LineNumber = _line;
        while (_position < _count || await FillAsync(cancellationToken).ConfigureAwait(false))
        {
            var character = _characters[_position++];
            if (++length > MaxRecordLength)
            {
                throw new FormatException($"a row has more than {MaxRecordLength} characters");
            }

            // CR and LF in a row are one end of a line.
            if (character == '\r' || (character == '\n' && _previous != '\r'))
            {
                _line++;
            }

            _previous = character;
            if (character == '"')
            {
                // A quote directly after a closing quote is a doubled quote, which is part of the field.
                if (!isQuoted && wasQuoted)
                {
                    _field.Append('"');
                }

                isQuoted = !isQuoted;
                wasQuoted = true;
                continue;
            }

            if (isQuoted)
            {
                _field.Append(character);
            }
            else if (character == ',')
            {
                fields.Add(TakeField());
                wasQuoted = false;
            }
            else if (character is '\n' or '\r')
            {
                if (fields.Count > 0 || _field.Length > 0 || wasQuoted)
                {
                    fields.Add(TakeField());
                    return fields;
                }

                LineNumber = _line;
                length = 0;
            }
            else
            {
                _field.Append(character);
            }
        }

        if (isQuoted)
        {
            throw new FormatException("a quote is not closed; the list may be cut off");
        }

        if (fields.Count == 0 && _field.Length == 0 && !wasQuoted)
        {
            return null;
        }

        fields.Add(TakeField());
        return fields;
    }

    private string TakeField()
    {
        var field = _field.ToString();
        _field.Clear();
        return field;
    }

    private async Task<bool> FillAsync(CancellationToken cancellationToken)
    {
        while (_position == _count)
        {
            var read = await readAsync(_bytes, cancellationToken).ConfigureAwait(false);
            _count = _decoder.GetChars(_bytes, 0, read, _characters, 0, flush: read == 0);
            _position = 0;
            if (read == 0 && _count == 0)
            {
                return false;
            }

            if (_isAtStart && _count > 0)
            {
                _position = _characters[0] == ByteOrderMark ? 1 : 0;
                _isAtStart = false;
            }
        }

        return true;
    }
}
