using GoogleCheckout.Orders;
using GoogleCheckout.Reports;
using GoogleCheckout.Sandbox;

namespace GoogleCheckout.Outbox.MoneyChaos;

/// <summary>The faults that the sandbox injects into commands, at random, and into a few look-ups.</summary>
internal sealed class FaultPlan(int percent, int seed)
{
    /// <summary>The time after which a request of a worker is over.</summary>
    public static readonly TimeSpan RequestTimeout = TimeSpan.FromSeconds(5);

    private static readonly SandboxFault[] OfCommands =
    [
        SandboxFault.DropBefore,
        SandboxFault.DropDuring(TimeSpan.FromMilliseconds(20)),
        SandboxFault.DropDuring(TimeSpan.FromMilliseconds(400)),
        SandboxFault.DropAfter,
        SandboxFault.DropAfter,
        SandboxFault.Unavailable,
        SandboxFault.Truncate,
        SandboxFault.Delay(TimeSpan.FromMilliseconds(200)),
        SandboxFault.Delay(TimeSpan.FromSeconds(3)),
        SandboxFault.Delay(RequestTimeout * 2),
    ];

    private static readonly SandboxFault[] OfLookUps = [SandboxFault.DropBefore, SandboxFault.Unavailable, SandboxFault.Truncate];

    private readonly Random _random = new(seed);

    public void AddTo(SandboxFaults faults)
    {
        foreach (var fault in OfCommands)
        {
            faults.When(message => message is OrderCommand && IsNext((double)percent / OfCommands.Length), fault);
        }

        foreach (var fault in OfLookUps)
        {
            faults.When(message => message is OrderSummaryRequest && IsNext((double)percent / OfLookUps.Length / 10), fault);
        }
    }

    private bool IsNext(double ofAHundred)
    {
        lock (_random)
        {
            return _random.NextDouble() * 100 < ofAHundred;
        }
    }
}
