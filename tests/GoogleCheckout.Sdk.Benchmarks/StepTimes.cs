using System.Diagnostics;

namespace GoogleCheckout.Benchmarks;

/// <summary>The durations of the steps of a benchmark, in milliseconds. Thread-safe.</summary>
internal sealed class StepTimes
{
    private readonly Lock _gate = new();
    private readonly List<(string Name, List<double> Times)> _steps = [];

    /// <summary>The steps in the order of their first occurrence.</summary>
    public IReadOnlyList<(string Name, List<double> Times)> All => _steps;

    public async Task<T> TimeAsync<T>(string name, Func<Task<T>> step, int times = 1)
    {
        var started = Stopwatch.GetTimestamp();
        var result = await step();
        Add(name, Stopwatch.GetElapsedTime(started).TotalMilliseconds / times);
        return result;
    }

    public void Clear() => _steps.Clear();

    private void Add(string name, double time)
    {
        lock (_gate)
        {
            var index = _steps.FindIndex(step => step.Name == name);
            if (index < 0)
            {
                index = _steps.Count;
                _steps.Add((name, []));
            }

            _steps[index].Times.Add(time);
        }
    }
}
