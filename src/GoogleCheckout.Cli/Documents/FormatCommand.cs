using System.CommandLine;
using System.Text;
using System.Xml;
using GoogleCheckout.Cli.Commands;

namespace GoogleCheckout.Cli.Documents;

/// <summary>Writes a document with line breaks and indents.</summary>
internal sealed class FormatCommand : ToolCommand
{
    private readonly ToolConsole _console;

    public FormatCommand(ToolConsole console)
        : base("format", "Writes an XML document with line breaks and indents; with --mask, without the buyer's data.")
    {
        _console = console;
        var file = InputFile.CreateArgument("An XML document.");
        var mask = new Option<bool>("--mask") { Description = "Replaces addresses, names, card digits, keys, codes, messages and private data with ***, and so what the protocol does not have." };
        Arguments.Add(file);
        Options.Add(mask);
        Details = "With --mask, the document can be part of an error report. The exit code is 2 if the file cannot be read as XML.";
        Examples =
        [
            "googlecheckout format notification.xml --mask",
            "googlecheckout format - < notification.xml",
        ];
        SetAction((parsed, stop) => RunAsync(parsed.GetRequiredValue(file), parsed.GetValue(mask), stop));
    }

    private async Task<int> RunAsync(string file, bool mask, CancellationToken stop)
    {
        var document = await InputFile.ReadAsync(file, _console, stop).ConfigureAwait(false);
        try
        {
            var formatting = Task.Run(() => mask ? CheckoutXml.Mask(document) : Indent(document), stop);
            var text = await new WorkProgress(_console, () => new WorkState("Formatting")).WaitAsync(formatting).ConfigureAwait(false);
            await _console.List.WriteLineAsync(text).ConfigureAwait(false);
        }
        catch (CheckoutXmlException e)
        {
            throw new InvalidInputException($"{InputFile.Quote(file)}: {e.Message}", e);
        }
        catch (XmlException e)
        {
            // Its message quotes the document.
            var place = e.LineNumber == 0 ? ": it has no element" : FormattableString.Invariant($" (line {e.LineNumber}, position {e.LinePosition})");
            throw new InvalidInputException($"{InputFile.Quote(file)} is not well-formed XML{place}.", e);
        }

        return ExitCode.Success;
    }

    private static string Indent(byte[] document)
    {
        using var content = new MemoryStream(document, writable: false);
        using var xml = XmlReader.Create(content, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreWhitespace = true });
        var text = new StringBuilder();
        using (var output = XmlWriter.Create(text, new XmlWriterSettings { Indent = true, OmitXmlDeclaration = true, NewLineChars = "\n" }))
        {
            output.WriteNode(xml, defattr: false);
        }

        return text.ToString();
    }
}
