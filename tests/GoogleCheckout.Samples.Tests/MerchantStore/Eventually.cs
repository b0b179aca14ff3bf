using NUnit.Framework;
using NUnit.Framework.Constraints;

namespace GoogleCheckout.Samples.MerchantStore;

/// <summary>Asks again until the answer is right, for what a process does in its own time.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    // Asking without a pause would take the processor from what is waited for.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    public static async Task Async<T>(Func<Task<T>> ask, IResolveConstraint expected)
    {
        var constraint = expected.Resolve();
        var started = TimeProvider.System.GetTimestamp();
        var answer = await ask();
        while (!constraint.ApplyTo(answer).IsSuccess && TimeProvider.System.GetElapsedTime(started) < Limit)
        {
            await Task.Delay(Pause);
            answer = await ask();
        }

        Assert.That(answer, constraint);
    }
}
