using GoogleCheckout.Sandbox.Infrastructure;

namespace GoogleCheckout.Sandbox.Service;

/// <summary>
/// Creates the numbers that are part of the state: those of carts and orders, and the tokens of reports. They are collected for the journal,
/// whose replay assigns them again. Not thread-safe.
/// </summary>
internal sealed class AssignedNumbers(SandboxIds ids)
{
    private readonly List<string> _assigned = [];
    private Queue<string>? _replayed;

    /// <summary>Creates the number of a cart or an order.</summary>
    /// <exception cref="InvalidOperationException">The numbers of a replay are used up.</exception>
    public string Number() => Assign(ids.Number);

    /// <summary>Creates a token of a report.</summary>
    /// <exception cref="InvalidOperationException">The numbers of a replay are used up.</exception>
    public string Token() => Assign(ids.Token);

    /// <summary>Returns the numbers that were assigned since the last call.</summary>
    public IReadOnlyList<string> Take()
    {
        if (_assigned.Count == 0)
        {
            return [];
        }

        string[] taken = [.. _assigned];
        _assigned.Clear();
        return taken;
    }

    /// <summary>Assigns the given numbers, in their order, to all that the work creates.</summary>
    /// <exception cref="InvalidOperationException">The work creates more or less than the given numbers.</exception>
    public T Replay<T>(IReadOnlyList<string> numbers, Func<T> work)
    {
        _replayed = new Queue<string>(numbers);
        try
        {
            var result = work();
            return _replayed.Count == 0 ? result : throw new InvalidOperationException($"It has {numbers.Count} numbers, and {numbers.Count - _replayed.Count} were assigned");
        }
        finally
        {
            _replayed = null;
        }
    }

    private string Assign(Func<string> create)
    {
        if (_replayed is not null)
        {
            return _replayed.TryDequeue(out var replayed) ? replayed : throw new InvalidOperationException("It has fewer numbers than were assigned");
        }

        var number = create();
        _assigned.Add(number);
        return number;
    }
}
