namespace GoogleCheckout.Sandbox.Faults;

/// <summary>Which faults apply to what. Safe for many callers.</summary>
internal sealed class FaultRules<TSubject, TFault>
    where TFault : class
{
    private readonly Lock _gate = new();
    private List<Rule> _rules = [];

    /// <param name="applies">Whether the fault applies; it is asked outside every lock.</param>
    /// <param name="fault">What goes wrong.</param>
    /// <param name="times">How often at most; null for ever.</param>
    public void Add(Func<TSubject, bool> applies, TFault fault, int? times)
    {
        ArgumentNullException.ThrowIfNull(applies);
        ArgumentNullException.ThrowIfNull(fault);
        if (times is { } number)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(number, 1, nameof(times));
        }

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

    /// <summary>The first fault that applies, which has been used once more; null for none.</summary>
    public TFault? TakeFirst(TSubject subject) => Applying(subject).FirstOrDefault(Use)?.Fault;

    /// <summary>The faults that apply, in the order in which they were set; each has been used once more.</summary>
    public IReadOnlyList<TFault> TakeAll(TSubject subject) => [.. Applying(subject).Where(Use).Select(rule => rule.Fault)];

    // The rule's question is the test's code: it is asked outside the lock.
    private IEnumerable<Rule> Applying(TSubject subject) => Volatile.Read(ref _rules).Where(rule => rule.Applies(subject));

    private bool Use(Rule rule)
    {
        lock (_gate)
        {
            if (rule.TimesLeft == 0)
            {
                return false;
            }

            if (rule.TimesLeft is not null && --rule.TimesLeft == 0)
            {
                _rules = [.. _rules.Where(other => other != rule)];
            }

            return true;
        }
    }

    private sealed class Rule(Func<TSubject, bool> applies, TFault fault)
    {
        public Func<TSubject, bool> Applies { get; } = applies;

        public TFault Fault { get; } = fault;

        public int? TimesLeft { get; set; }
    }
}
