using FsCheck;
using FsCheck.Fluent;
using NUnit.Framework;

namespace GoogleCheckout.Sandbox.Journal;

/// <summary>The state after a replay is the state before, for any inputs.</summary>
public class JournalPropertyTests
{
    private const int Sequences = 150;

    [Test]
    public void State_AfterAReplayOfAnyInputs_IsTheStateBefore()
    {
        var folder = Directory.CreateTempSubdirectory("journal-");
        var (orders, pages) = (0, 0);
        try
        {
            FsCheck.Check.One(Config.QuickThrowOnFailure.WithMaxTest(Sequences), Prop.ForAll(Arb.From(RandomInput.Sequences), inputs =>
            {
                var (ordersOfOne, pagesOfOne) = HoldsAsync(Path.Combine(folder.FullName, $"{Guid.NewGuid():N}"), inputs).GetAwaiter().GetResult();
                (orders, pages) = (orders + ordersOfOne, pages + pagesOfOne);
                return true;
            }));
        }
        finally
        {
            folder.Delete(recursive: true);
        }

        Assert.That(orders, Is.GreaterThan(Sequences), "The inputs must place orders.");
        Assert.That(pages, Is.GreaterThan(0), "The inputs must cause histories of several pages.");
    }

    private static async Task<(int Orders, int Pages)> HoldsAsync(string path, RandomInput[] inputs)
    {
        var options = JournaledAccount.CreateOptions();
        options.CaptureDelay = TimeSpan.FromMinutes(inputs.Length % 3);
        options.AutoCharge = inputs.Length % 5 == 0;
        options.Fees = inputs.Length % 2 == 0 ? new SandboxFees() : null;
        options.Seed = inputs.Length % 4 == 0 ? 7 : null;
        await using var journaled = new JournaledAccount(path, options);
        var random = new RandomInputs(journaled);
        foreach (var input in inputs)
        {
            await random.ApplyAsync(input);
        }

        var before = journaled.Describe();
        var now = journaled.Clock.Now;
        await journaled.RestartAsync();

        Assert.That(journaled.Describe(), Is.EqualTo(before));
        Assert.That(journaled.Clock.Now, Is.EqualTo(now));
        Assert.That(random.OpenCarts.Select(cart => journaled.Account.Service.FindCart(cart)), Is.All.Not.Null);
        Assert.That(random.PollingTokens.Select(random.Poll), Is.All.Not.Null);
        Assert.That(random.PageTokens.Select(random.GetPage), Is.All.Property("Notifications").Not.Empty);
        return (journaled.Account.Service.GetOrders().Count, random.PageTokens.Count);
    }
}
