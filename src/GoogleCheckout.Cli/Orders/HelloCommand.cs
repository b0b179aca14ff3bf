using GoogleCheckout.Cli.Commands;
using GoogleCheckout.Cli.Settings;

namespace GoogleCheckout.Cli.Orders;

/// <summary>Tries the connection to the gateway.</summary>
internal sealed class HelloCommand : ToolCommand
{
    public HelloCommand(ToolConsole console)
        : base("hello", "Tries the connection, the certificate and the credentials.")
    {
        var options = new ClientOptions();
        var call = new ClientCall(console, options);
        options.AddTo(this);
        Details = $"{ClientOptions.Details}{ClientCall.ExitCodes}";
        Examples = ["googlecheckout hello --environment https://127.0.0.1:8443/checkout/api/checkout/v2/ --certificate certificates/client.pfx --trust certificates/authority.pem"];
        SetAction((parsed, stop) => call.QueryAsync(parsed, async client =>
        {
            var bye = await call.WaitAsync(client.HelloAsync(stop)).ConfigureAwait(false);
            var report = new Report(("response", "bye"), ("serialNumber", bye.SerialNumber));
            await console.Out.WriteLineAsync(call.IsJson(parsed) ? report.ToJson() : report.ToLines()).ConfigureAwait(false);
            return ExitCode.Success;
        }));
    }
}
