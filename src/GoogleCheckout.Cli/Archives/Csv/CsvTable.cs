using CsvHelper;
using GoogleCheckout.Cli.Archives.Ledger;
using GoogleCheckout.Cli.Commands;

namespace GoogleCheckout.Cli.Archives.Csv;

/// <summary>A CSV file in UTF-8: its headings are the first line, and a cell of text never is a formula.</summary>
internal sealed class CsvTable : IDisposable
{
    // A spreadsheet takes a text that begins with one of these for a formula, which can send what is in the sheet elsewhere; some skip the
    // white space. An apostrophe is written before it. Numbers are no text.
    private const string Formulas = "=+-@\t\r\n";

    private readonly PendingFile _file;
    private readonly CsvWriter _writer;

    public CsvTable(string path, bool hasByteOrderMark, params string[] headings)
    {
        _file = new PendingFile(path);
        var options = CsvWriterOptions.Default with { WriteByteOrderMark = hasByteOrderMark, Injection = CsvInjection.Escape, InjectionCharacters = Formulas };
        _writer = CsvWriter.Create(_file.Stream, options, leaveOpen: true);
        _writer.WriteHeader(headings);
    }

    public long Rows { get; private set; }

    public CsvTable Text(string? text)
    {
        _writer.WriteField(text);
        return this;
    }

    /// <summary>Adds an amount with a decimal point and without a currency, or an empty cell for null.</summary>
    public CsvTable Amount(decimal? amount, string currency)
    {
        _writer.WriteField(amount, LedgerAmount.GetFormat(currency));
        return this;
    }

    public CsvTable Number(long? number)
    {
        _writer.WriteField(number, string.Empty);
        return this;
    }

    public void EndRow()
    {
        _writer.EndRecord();
        Rows++;
    }

    /// <summary>Moves the complete file to its place.</summary>
    public void Commit()
    {
        _writer.Dispose();
        _file.Commit();
    }

    public void Dispose()
    {
        _writer.Dispose();
        _file.Dispose();
    }
}
