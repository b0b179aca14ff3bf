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
        var file = InputFile.CreateArgument("An XML document with a cart or a command.");
        Arguments.Add(file);
        options.AddTo(this);
        Details = $"{ClientOptions.Details}{ClientCall.ExitCodes}";
        Examples = ["googlecheckout diagnose cart.xml"];
        SetAction(async (parsed, stop) =>
        {
            var message = await InputFile.ReadMessageAsync<CheckoutMessage>(parsed.GetRequiredValue(file), "a message", console, stop).ConfigureAwait(false);
            return await call.QueryAsync(parsed, async client =>
            {
                var diagnosis = await call.WaitAsync(client.DiagnoseAsync(message, stop)).ConfigureAwait(false);
                var report = new Report(("serialNumber", diagnosis.SerialNumber), ("warnings", diagnosis.Warnings));
                await console.Out.WriteLineAsync(call.IsJson(parsed) ? report.ToJson() : report.ToLines()).ConfigureAwait(false);
                return ExitCode.Success;
            }).ConfigureAwait(false);
        });
    }
}
