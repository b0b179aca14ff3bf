using System.Globalization;
using GoogleCheckout.Orders;
using GoogleCheckout.Sandbox;

namespace GoogleCheckout.Outbox.MoneyChaos;

/// <summary>The sandbox's record of each order: the commands that it received, whether it executed them, and the faults.</summary>
internal sealed class SandboxRecord
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, List<ReceivedCommand>> _orders = [];
    private readonly Dictionary<string, int> _faults = [];

    public SandboxRecord(CheckoutSandbox sandbox) => sandbox.RequestAnswered += (_, e) => Add(e.Request);

    /// <summary>The number of commands that were executed.</summary>
    public int Executed { get; private set; }

    /// <summary>The number of commands that were received.</summary>
    public int Received { get; private set; }

    /// <summary>The number of faults of each kind, in commands and look-ups.</summary>
    public IReadOnlyDictionary<string, int> Faults => _faults;

    public IReadOnlyList<ReceivedCommand> Get(string googleOrderNumber) => _orders.GetValueOrDefault(googleOrderNumber) ?? [];

    private void Add(SandboxRequest request)
    {
        lock (_gate)
        {
            if (request.Fault is { } fault)
            {
                _faults[fault.ToString()] = _faults.GetValueOrDefault(fault.ToString()) + 1;
            }

            if (request.Message is OrderCommand command)
            {
                Add(command, request);
            }
        }
    }

    private void Add(OrderCommand command, SandboxRequest request)
    {
        var isExecuted = request.Response is RequestReceivedResponse;
        Received++;
        Executed += isExecuted ? 1 : 0;
        var amount = (command as ChargeOrderRequest)?.Amount ?? (command as RefundOrderRequest)?.Amount;
        var description = string.Create(
            CultureInfo.InvariantCulture,
            $"{request.ReceivedAt:HH:mm:ss.fff} {$"{command.GetType().Name} {amount}".TrimEnd()}: {(isExecuted ? "executed" : (request.Response as ErrorResponse)?.ErrorMessage ?? "not executed")} {request.Fault}").TrimEnd();
        if (!_orders.TryGetValue(command.GoogleOrderNumber, out var commands))
        {
            _orders.Add(command.GoogleOrderNumber, commands = []);
        }

        commands.Add(new ReceivedCommand(command.GetType().Name, amount, isExecuted, description));
    }
}
