using GoogleCheckout.Cli.Commands;
using GoogleCheckout.Sandbox;

namespace GoogleCheckout.Cli.Sandbox;

/// <summary>Writes a line for what the sandbox receives and sends. Failures to reach the merchant are on the error output: the service's console showed them.</summary>
/// <param name="console">The console.</param>
/// <param name="detail">How much is written.</param>
internal sealed class TrafficLog(ToolConsole console, TrafficDetail detail)
{
    private readonly TextWriter _out = TextWriter.Synchronized(console.Out);
    private readonly TextWriter _error = TextWriter.Synchronized(console.Error);

    /// <summary>Writes the traffic of all merchants from now on.</summary>
    public void Follow(CheckoutSandbox sandbox)
    {
        foreach (var merchant in sandbox.Merchants)
        {
            Follow(merchant, sandbox.Merchants.Count == 1 ? string.Empty : $"{merchant.MerchantId} ");
        }
    }

    private void Follow(SandboxMerchant merchant, string prefix)
    {
        merchant.RequestAnswered += (_, e) => WriteIf(TrafficDetail.Messages, prefix + TrafficLine.Of(e.Request, merchant.MerchantKey));
        merchant.DeliveryCompleted += (_, e) => Write(e.Delivery.IsAcknowledged, TrafficDetail.Messages, prefix + TrafficLine.Of(e.Delivery));
        merchant.CalculationCompleted += (_, e) => Write(e.Calculation.Issues.Count == 0, TrafficDetail.Everything, prefix + TrafficLine.Of(e.Calculation));
        merchant.OrderChanged += (_, e) => WriteIf(TrafficDetail.Everything, prefix + TrafficLine.Of(e.Notification));
        merchant.DueEventFailed += (_, e) => _error.WriteLine(prefix + TrafficLine.Of(e));
    }

    private void Write(bool isSuccess, TrafficDetail required, string line)
    {
        if (isSuccess)
        {
            WriteIf(required, line);
        }
        else
        {
            _error.WriteLine(line);
        }
    }

    private void WriteIf(TrafficDetail required, string line)
    {
        if (detail >= required)
        {
            _out.WriteLine(line);
        }
    }
}
