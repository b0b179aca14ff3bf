using System.Text;

namespace GoogleCheckout.Reports;

/// <summary>
/// Reads comma-separated values record by record. Quoted fields may contain commas, line ends and doubled quotes.
/// Lines end in CR, LF or both. Empty lines are skipped. Behind a record that cannot be read, the next line is read: a quote
/// that is not closed does not take the following lines with it.
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
    private char[] _record = new char[256];
    private int _recordLength;
    private string _again = string.Empty;
    private int _nextAgain;

    /// <summary>Gets the 1-based line on which the last record begins.</summary>
    public int LineNumber { get; private set; } = 1;

    /// <summary>Reads the fields of the next record.</summary>
    /// <returns>The fields; null at the end.</returns>
    /// <exception cref="FormatException">A quote is not closed, or the record is too long.</exception>
    public async ValueTask<IReadOnlyList<string>?> ReadAsync(CancellationToken cancellationToken)
    {
        var fields = new List<string>();
        _field.Clear();
        _recordLength = 0;
        var (isQuoted, wasQuoted) = (false, false);
        LineNumber = _line;
        var isOneLine = _nextAgain < _again.Length;
        while (_nextAgain < _again.Length || _position < _count || await FillAsync(cancellationToken).ConfigureAwait(false))
        {
            var character = Next();
            if (_recordLength > MaxRecordLength)
            {
                await MoveToNextLineAsync(cancellationToken).ConfigureAwait(false);
                throw new FormatException($"a row has more than {MaxRecordLength} characters");
            }

            if (isOneLine && isQuoted && (character is '\n' or '\r'))
            {
                throw new FormatException("a quote is not closed on its line");
            }

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
                _recordLength = 0;
            }
            else
            {
                _field.Append(character);
            }
        }

        if (isQuoted)
        {
            await MoveToNextLineAsync(cancellationToken).ConfigureAwait(false);
            throw new FormatException("a quote is not closed; the list may be cut off");
        }

        if (fields.Count == 0 && _field.Length == 0 && !wasQuoted)
        {
            return null;
        }

        fields.Add(TakeField());
        return fields;
    }

    /// <summary>Reads the lines of the last record again behind its first one, each as one record. Returns false if it is on one line.</summary>
    public bool TryReadLinesAgain()
    {
        var record = new ReadOnlySpan<char>(_record, 0, _recordLength);
        var end = record.IndexOfAny('\r', '\n');
        if (end < 0 || end == _recordLength - 1)
        {
            return false;
        }

        (_again, _nextAgain, _previous, _line) = (record.Slice(end + 1).ToString(), 0, record[end], LineNumber + 1);
        return true;
    }

    private char Next()
    {
        var character = _nextAgain < _again.Length ? _again[_nextAgain++] : _characters[_position++];

        // CR and LF in a row are one end of a line.
        if (character == '\r' || (character == '\n' && _previous != '\r'))
        {
            _line++;
        }

        _previous = character;
        if (_recordLength == _record.Length)
        {
            Array.Resize(ref _record, 2 * _recordLength);
        }

        _record[_recordLength++] = character;
        return character;
    }

    // No line is read more than twice: the lines that are read again end at their line end, also in quotes.
    private async Task MoveToNextLineAsync(CancellationToken cancellationToken)
    {
        if (TryReadLinesAgain())
        {
            return;
        }

        while (_previous is not ('\r' or '\n') && (_nextAgain < _again.Length || _position < _count || await FillAsync(cancellationToken).ConfigureAwait(false)))
        {
            _recordLength = 0;
            Next();
        }
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
