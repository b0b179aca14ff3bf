namespace GoogleCheckout.Sandbox.Faults;

/// <summary>The rules that decide which faults apply to a request or notification. Thread-safe.</summary>
internal sealed class FaultRules<TSubject, TFault>
    where TFault : class
{
    private readonly Lock _gate = new();
    private List<Rule> _rules = [];
    private int _lastNumber;

    /// <summary>The rules that may still apply, in the order in which they were added.</summary>
    public IReadOnlyList<Rule> Active => Volatile.Read(ref _rules);

    /// <param name="applies">Whether the fault applies. It is called outside all locks.</param>
    /// <param name="fault">The fault.</param>
    /// <param name="times">The maximum number of uses; null for no maximum.</param>
    /// <param name="subject">To what the fault applies, in words; null if code decides it.</param>
    public void Add(Func<TSubject, bool> applies, TFault fault, int? times, string? subject = null)
    {
        ArgumentNullException.ThrowIfNull(applies);
        ArgumentNullException.ThrowIfNull(fault);
        if (times is { } number)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(number, 1, nameof(times));
        }

        lock (_gate)
        {
            _rules = [.. _rules, new Rule(++_lastNumber, applies, fault, subject) { TimesLeft = times }];
        }
    }

    public void Clear()
    {
        lock (_gate)
        {
            _rules = [];
        }
    }

    /// <summary>Removes the rule with the number; does nothing if there is none.</summary>
    public void Remove(int number)
    {
        lock (_gate)
        {
            _rules = [.. _rules.Where(rule => rule.Number != number)];
        }
    }

    /// <summary>Returns the first fault that applies, and counts its use; null if none applies.</summary>
    public TFault? TakeFirst(TSubject subject) => FindApplicable(subject).FirstOrDefault(TryUse)?.Fault;

    /// <summary>Returns the rules that apply, in the order in which they were added. Do not call it inside a lock: it calls the test's code.</summary>
    public IReadOnlyList<Rule> FindAll(TSubject subject) => [.. FindApplicable(subject)];

    /// <summary>Returns the faults of the rules that still apply, and counts the use of each.</summary>
    public IReadOnlyList<TFault> Take(IReadOnlyList<Rule> applicable) => [.. applicable.Where(TryUse).Select(rule => rule.Fault)];

    private IEnumerable<Rule> FindApplicable(TSubject subject) => Volatile.Read(ref _rules).Where(rule => rule.Applies(subject));

    private bool TryUse(Rule rule)
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

    /// <summary>A fault, the requests or notifications to which it applies, and how often.</summary>
    internal sealed class Rule(int number, Func<TSubject, bool> applies, TFault fault, string? subject)
    {
        public int Number { get; } = number;

        /// <summary>To what the fault applies, in words; null if code decides it.</summary>
        public string? Subject { get; } = subject;

        public Func<TSubject, bool> Applies { get; } = applies;

        public TFault Fault { get; } = fault;

        public int? TimesLeft { get; set; }
    }
}
