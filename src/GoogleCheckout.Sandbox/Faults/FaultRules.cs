namespace GoogleCheckout.Sandbox.Faults;

/// <summary>Which faults apply to what. Safe for many callers.</summary>
internal sealed class FaultRules<TSubject, TFault>
    where TFault : class
{
    private readonly Lock _gate = new();
    private List<Rule> _rules = [];

    public void Add(Func<TSubject, bool> applies, TFault fault, int times)
    {
        ArgumentNullException.ThrowIfNull(applies);
        ArgumentNullException.ThrowIfNull(fault);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(times);
        lock (_gate)
        {
            _rules = [.. _rules, new Rule(applies, fault) { TimesLeft = times }];
        }
    }

    public void Clear()
    {
        lock (_gate)
        {
            _rules = [];
        }
    }

    /// <summary>The faults that apply now, in the order in which they were set; each has been used once more.</summary>
    /// <param name="subject">What they may apply to.</param>
    /// <param name="kind">Which faults are asked about.</param>
    public IReadOnlyList<TFault> Take(TSubject subject, Func<TFault, bool> kind)
    {
        // The rule's question is the test's code: it is asked outside the lock.
        var applying = Volatile.Read(ref _rules).Where(rule => kind(rule.Fault) && rule.Applies(subject)).ToList();
        if (applying.Count == 0)
        {
            return [];
        }

        lock (_gate)
        {
            var used = applying.Where(rule => rule.TimesLeft-- > 0).ToList();
            _rules = [.. _rules.Where(rule => rule.TimesLeft > 0)];
            return [.. used.Select(rule => rule.Fault)];
        }
    }

    private sealed record Rule(Func<TSubject, bool> Applies, TFault Fault)
    {
        public int TimesLeft { get; set; }
    }
}
