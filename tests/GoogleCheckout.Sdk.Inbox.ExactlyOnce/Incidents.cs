namespace GoogleCheckout.Inbox.ExactlyOnce;

/// <summary>What is done to receivers and server, and after how many effects.</summary>
internal sealed class Incidents
{
    private readonly Queue<(int Effects, bool IsRestart)> _coming;
    private readonly Random _random;

    private Incidents(IEnumerable<(int Effects, bool IsRestart)> coming, Random random)
    {
        _coming = new Queue<(int, bool)>(coming);
        _random = random;
    }

    public int Kills { get; private set; }

    public int Restarts { get; private set; }

    public bool AllHappened => _coming.Count == 0;

    /// <summary>Spreads them at random over the run, but for its very end.</summary>
    public static Incidents Plan(RunOptions options, Random random)
    {
        var all = Enumerable.Repeat(false, options.Kills).Concat(Enumerable.Repeat(true, options.Restarts));
        var plan = all.Select(isRestart => ((int)(options.Notifications * (0.02 + (0.93 * random.NextDouble()))), isRestart));
        return new Incidents(plan.OrderBy(incident => incident.Item1).ToList(), random);
    }

    /// <summary>Has those happen whose time has come.</summary>
    /// <param name="effects">How many effects there are.</param>
    /// <param name="receivers">Who may be killed: one that takes notifications. Another is awaited otherwise.</param>
    /// <param name="server">What is restarted.</param>
    public async Task HappenAsync(int effects, IReadOnlyList<ReceiverProcess> receivers, DatabaseServer? server)
    {
        while (_coming.TryPeek(out var incident) && incident.Effects <= effects)
        {
            if (incident.IsRestart)
            {
                await server!.RestartAsync();
                Restarts++;
            }
            else if (receivers.Where(receiver => receiver.IsReady).ToList() is { Count: > 0 } ready)
            {
                var receiver = ready[_random.Next(ready.Count)];
                await receiver.KillAsync();
                receiver.Start();
                Kills++;
            }
            else
            {
                return;
            }

            _coming.Dequeue();
        }
    }
}
