using System.Diagnostics;

namespace GoogleCheckout.Testing;

/// <summary>What goes wrong in the handlers of a shop whose processes a script kills.</summary>
public static class FailurePlan
{
    private static readonly TimeSpan Slow = TimeSpan.FromMilliseconds(150);

    /// <summary>Before the effect: now and then it takes long, or fails.</summary>
    public static async Task BeforeAsync(CancellationToken cancellationToken)
    {
        switch (Random.Shared.Next(200))
        {
            case 0 or 1:
                throw new InvalidOperationException("A mishap before the effect.");
            case 2 or 3:
                await Task.Delay(Slow, cancellationToken);
                break;
        }
    }

    /// <summary>After the effect, which must not stay: now and then it fails, or the program is gone.</summary>
    public static void After()
    {
        switch (Random.Shared.Next(2_000))
        {
            case < 20:
                throw new InvalidOperationException("A mishap after the effect.");
            case 20:
                Process.GetCurrentProcess().Kill();
                break;
        }
    }
}
