namespace GoogleCheckout.Sandbox;

/// <summary>
/// What is to go wrong with the API's requests. A request that is refused anyway, for its credentials or its document, does
/// not count. The first rule that fits decides; the requests that one with a number has struck are over with. Safe for use by
/// many threads.
/// </summary>
public sealed class SandboxFaults
{
    private readonly Lock _gate = new();
    private readonly List<Rule> _rules = [];

    internal SandboxFaults()
    {
    }

    /// <summary>Strikes the next requests, whatever they are.</summary>
    /// <param name="fault">What goes wrong.</param>
    /// <param name="times">How many of them.</param>
    public void Next(SandboxFault fault, int times = 1) => When(_ => true, fault, times);

    /// <summary>Strikes each request of a kind.</summary>
    /// <param name="predicate">Whether a request is of that kind; it must not throw.</param>
    /// <param name="fault">What goes wrong.</param>
    /// <param name="times">How many of them; null for all until <see cref="Clear"/>.</param>
    public void When(Func<CheckoutMessage, bool> predicate, SandboxFault fault, int? times = null)
    {
        ArgumentNullException.ThrowIfNull(predicate);
        ArgumentNullException.ThrowIfNull(fault);
        if (times is { } number)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(number, 1, nameof(times));
        }

        lock (_gate)
        {
            _rules.Add(new Rule(predicate, fault) { Left = times });
        }
    }

    /// <summary>Lets everything go well again.</summary>
    public void Clear()
    {
        lock (_gate)
        {
            _rules.Clear();
        }
    }

    /// <summary>What goes wrong with this request; null for nothing.</summary>
    internal SandboxFault? Take(CheckoutMessage message)
    {
        lock (_gate)
        {
            var rule = _rules.Find(candidate => candidate.Predicate(message));
            if (rule is { Left: not null } && --rule.Left == 0)
            {
                _rules.Remove(rule);
            }

            return rule?.Fault;
        }
    }

    private sealed class Rule(Func<CheckoutMessage, bool> predicate, SandboxFault fault)
    {
        public Func<CheckoutMessage, bool> Predicate { get; } = predicate;

        public SandboxFault Fault { get; } = fault;

        public int? Left { get; set; }
    }
}
