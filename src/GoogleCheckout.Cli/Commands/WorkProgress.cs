using System.Diagnostics;
using System.Runtime.CompilerServices;
using Spectre.Console;

namespace GoogleCheckout.Cli.Commands;

/// <summary>
/// Shows that a command works, and how much is done, if it takes longer than a second and a person reads the output. The bar is on the error
/// output, so that it is never part of a result, and is erased before the next line of a result.
/// </summary>
/// <param name="console">The console. If it is not a terminal, nothing is shown.</param>
/// <param name="getState">Returns what the command does now. Called on any thread.</param>
internal sealed class WorkProgress(ToolConsole console, Func<WorkState> getState)
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);

    private readonly long _start = Stopwatch.GetTimestamp();

    /// <summary>Waits for work, and shows it meanwhile.</summary>
    /// <param name="work">The work. It does not write to the console.</param>
    public async Task<T> WaitAsync<T>(Task<T> work)
    {
        if (console.IsTerminal && !await EndsWithinAsync(work, GetDelay()).ConfigureAwait(false))
        {
            await ShowAsync(work).ConfigureAwait(false);
        }

        return await work.ConfigureAwait(false);
    }

    /// <summary>Returns the items, and shows the work while the next one is waited for.</summary>
    /// <param name="items">The items.</param>
    /// <param name="stop">Stops the command.</param>
    public async IAsyncEnumerable<T> WaitAsync<T>(IAsyncEnumerable<T> items, [EnumeratorCancellation] CancellationToken stop = default)
    {
        var item = items.GetAsyncEnumerator(stop);
        await using (item.ConfigureAwait(false))
        {
            while (await WaitAsync(MoveNextAsync(item)).ConfigureAwait(false))
            {
                yield return item.Current;
            }
        }
    }

    // Without Task.Run, computations before the first wait would delay the bar.
    private Task<bool> MoveNextAsync<T>(IAsyncEnumerator<T> item) =>
        console.IsTerminal ? Task.Run(() => item.MoveNextAsync().AsTask()) : item.MoveNextAsync().AsTask();

    // Results that follow each other quickly show the progress themselves.
    private TimeSpan GetDelay()
    {
        var rest = console.ProgressDelay - Stopwatch.GetElapsedTime(_start);
        return rest > Interval ? rest : Interval;
    }

    private Task ShowAsync(Task work) => console
        .CreateDisplay()
        .Progress()
        .AutoClear(true)
        .Columns(GetColumns(getState()))
        .StartAsync(async context =>
        {
            var bar = context.AddTask(Markup.Escape(getState().Text), maxValue: 1);
            do
            {
                Show(getState(), bar);
            }
            while (!await EndsWithinAsync(work, Interval).ConfigureAwait(false));
        });

    private static ProgressColumn[] GetColumns(WorkState state) => state.Fraction is null
        ? [new SpinnerColumn(), new TaskDescriptionColumn(), new ElapsedTimeColumn()]
        : [new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn()];

    private static void Show(WorkState state, ProgressTask bar)
    {
        bar.Description = Markup.Escape(state.Text);
        bar.IsIndeterminate = state.Fraction is null;
        bar.Value = state.Fraction ?? bar.Value;
    }

    private static async Task<bool> EndsWithinAsync(Task task, TimeSpan time) =>
        task.IsCompleted || await Task.WhenAny(task, Task.Delay(time)).ConfigureAwait(false) == task;
}
