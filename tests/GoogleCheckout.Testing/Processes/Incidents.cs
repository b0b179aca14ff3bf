namespace GoogleCheckout.Testing;

/// <summary>What a script does to processes and the database server, and after how many effects.</summary>
public sealed class Incidents
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
    /// <param name="kills">The number of processes to kill.</param>
    /// <param name="restarts">The number of restarts of the database server.</param>
    /// <param name="effects">The number of effects at the end of the run.</param>
    /// <param name="random">Decides when each happens, and which process is killed.</param>
    public static Incidents Plan(int kills, int restarts, int effects, Random random)
    {
        var all = Enumerable.Repeat(false, kills).Concat(Enumerable.Repeat(true, restarts));
        var plan = all.Select(isRestart => ((int)(effects * (0.02 + (0.93 * random.NextDouble()))), isRestart));
        return new Incidents(plan.OrderBy(incident => incident.Item1).ToList(), random);
    }

    /// <summary>Has those happen whose time has come.</summary>
    /// <param name="effects">How many effects there are.</param>
    /// <param name="processes">Those that may be killed: one that is ready. If none is, one is awaited.</param>
    /// <param name="server">What is restarted.</param>
    public async Task HappenAsync(int effects, IReadOnlyList<NodeProcess> processes, DatabaseServer? server)
    {
        while (_coming.TryPeek(out var incident) && incident.Effects <= effects)
        {
            if (incident.IsRestart)
            {
                await server!.RestartAsync();
                Restarts++;
            }
            else if (processes.Where(process => process.IsReady).ToList() is { Count: > 0 } ready)
            {
                var killed = ready[_random.Next(ready.Count)];
                await killed.KillAsync();
                killed.Start();
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
