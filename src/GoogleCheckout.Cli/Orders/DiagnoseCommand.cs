using System.CommandLine;
using GoogleCheckout.Cli.Commands;
using GoogleCheckout.Cli.Settings;

namespace GoogleCheckout.Cli.Orders;

/// <summary>Asks the gateway what it thinks of a document.</summary>
internal sealed class DiagnoseCommand : ToolCommand
{
    public DiagnoseCommand(ToolConsole console)
        : base("diagnose", "Lets the gateway read a cart or a command, and shows its warnings. Nothing is executed.")
    {
        var options = new ClientOptions();
        var call = new ClientCall(console, options);
        var file = new Argument<string>("FILE") { Description = "An XML document with a cart or a command." };
        Arguments.Add(file);
        options.AddTo(this);
        Details = $"{ClientOptions.Details}{ClientCall.ExitCodes}";
        Examples = ["googlecheckout diagnose cart.xml"];
        SetAction(async (parsed, stop) =>
        {
            var message = await ReadAsync(parsed.GetRequiredValue(file), stop).ConfigureAwait(false);
            return await call.QueryAsync(parsed, async client =>
            {
                var diagnosis = await call.WaitAsync(client.DiagnoseAsync(message, stop)).ConfigureAwait(false);
                var report = new Report(("serialNumber", diagnosis.SerialNumber), ("warnings", diagnosis.Warnings));
                await console.Out.WriteLineAsync(call.IsJson(parsed) ? report.ToJson() : report.ToLines()).ConfigureAwait(false);
                return ExitCode.Success;
            }).ConfigureAwait(false);
        });
    }

    private static async Task<CheckoutMessage> ReadAsync(string file, CancellationToken stop)
    {
        var document = await InputFile.ReadAsync(file, stop).ConfigureAwait(false);
        try
        {
            return CheckoutXml.Parse(document);
        }
        catch (CheckoutXmlException e)
        {
            throw new InvalidInputException($"{InputFile.Quote(file)}: {e.Message}", e);
        }
    }
}
