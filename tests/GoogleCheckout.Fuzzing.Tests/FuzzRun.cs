using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using GoogleCheckout.Fuzzing.Documents;
using GoogleCheckout.Fuzzing.Targets;

namespace GoogleCheckout.Fuzzing;

/// <summary>Tries numbered documents on a target, counts the results, and keeps what is not documented.</summary>
/// <param name="target">The name of the target.</param>
/// <param name="seed">The seed of all documents.</param>
/// <param name="threads">The number of documents that are tried at the same time.</param>
/// <param name="output">Receives the progress and the findings.</param>
internal sealed class FuzzRun(string target, int seed, int threads, TextWriter output)
{
    private const int BatchSize = 20_000;
    private const int MaxPrinted = 50;

    private readonly ConcurrentDictionary<string, int> _results = new();
    private readonly ConcurrentQueue<FuzzFinding> _findings = new();
    private readonly SeedDocuments _originals = SeedDocuments.Load();

    /// <summary>The file with the number of the next document; null to keep none.</summary>
    public string? StateFile { get; init; }

    /// <summary>How often each result occurred.</summary>
    public IReadOnlyDictionary<string, int> Results => _results;

    /// <summary>Tries documents, and prints a line for each batch.</summary>
    /// <param name="first">The number of the first document, if the state file has none.</param>
    /// <param name="count">The number of documents, counted from <paramref name="first"/>.</param>
    /// <param name="cancellationToken">Ends the run after the current batch.</param>
    /// <returns>The findings; empty if every result is documented.</returns>
    public async Task<IReadOnlyCollection<FuzzFinding>> RunAsync(int first, int count, CancellationToken cancellationToken = default)
    {
        var (start, end, watch) = (ReadState() ?? first, first + count, Stopwatch.StartNew());
        await output.WriteLineAsync($"{target}: documents {start} to {end - 1}, seed {seed}, mutated from {_originals.Count} originals");
        await using var fuzzTarget = await FuzzTargets.CreateAsync(target);
        for (var next = start; next < end && !cancellationToken.IsCancellationRequested;)
        {
            var size = Math.Min(BatchSize, end - next);
            var options = new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, threads), CancellationToken = CancellationToken.None };
            await Parallel.ForEachAsync(Enumerable.Range(next, size), options, (number, _) => TryAsync(fuzzTarget, number));
            next += size;
            await WriteStateAsync(next);
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{next:N0} in {watch.Elapsed.TotalSeconds:F0} s: {Summary()}, {_findings.Count} findings"));
        }

        foreach (var finding in _findings.Take(MaxPrinted))
        {
            await output.WriteLineAsync($"{finding}\n  again: {target} --seed {seed} --first {finding.Number} --documents 1");
        }

        return _findings;
    }

    private async ValueTask TryAsync(IFuzzTarget fuzzTarget, int number)
    {
        // One generator for the document and for what the target does with it: the number reproduces both.
        var random = new Random(unchecked((seed * 16_777_619) + number));
        var document = _originals.Mutate(random);
        try
        {
            _results.AddOrUpdate(await fuzzTarget.TryAsync(document, random), 1, (_, known) => known + 1);
        }
        catch (Exception e)
        {
            _findings.Enqueue(new FuzzFinding(number, e));
        }
    }

    private string Summary() => string.Join(", ", _results.OrderBy(result => result.Key, StringComparer.Ordinal).Select(result => string.Create(CultureInfo.InvariantCulture, $"{result.Key} {result.Value:N0}")));

    private int? ReadState() => File.Exists(StateFile) ? int.Parse(File.ReadAllText(StateFile), CultureInfo.InvariantCulture) : null;

    private Task WriteStateAsync(int next) => StateFile is null ? Task.CompletedTask : File.WriteAllTextAsync(StateFile, next.ToString(CultureInfo.InvariantCulture));
}
