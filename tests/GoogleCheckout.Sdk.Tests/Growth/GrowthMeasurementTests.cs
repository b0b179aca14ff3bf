using NUnit.Framework;

namespace GoogleCheckout.Growth;

/// <summary>What the measurements of the other fixtures in this folder accept and reject.</summary>
public class GrowthMeasurementTests
{
    [Test]
    public void Verify_CopyOfTheInput_Passes() =>
        AllocationGrowth.Verify("a copy", "n bytes", 10_000, maxFactor: 1.1, size => new byte[size], input => _ = input.ToArray());

    [Test]
    public void Verify_CopyForEachByte_FailsWithTheFigures() =>
        Assert.That(
            () => AllocationGrowth.Verify("copies", "n bytes", 1_000, maxFactor: 10_000, size => new byte[size], CopyForEachByte),
            Throws.TypeOf<AssertionException>().With.Message.Contains("copies grows faster than its input, with n bytes"));

    [Test]
    public void Verify_TwoCopiesWhereOneIsDocumented_Fails() =>
        Assert.That(
            () => AllocationGrowth.Verify("two copies", "n bytes", 10_000, maxFactor: 1.1, size => new byte[size], input => _ = input.ToArray().ToArray()),
            Throws.TypeOf<AssertionException>().With.Message.Contains("at most 1.1 are documented"));

    [Test]
    public void VerifyAsync_CopyForEachByteOnAnotherThread_Fails() =>
        Assert.That(
            () => AllocationGrowth.VerifyAsync("copies", "n bytes", 1_000, maxFactor: 10_000, size => new byte[size], input => input.Length, input => Task.Run(() => CopyForEachByte(input))),
            Throws.TypeOf<AssertionException>().With.Message.Contains("copies grows faster than its input"));

    [Test]
    public void ReadGrowth_LoopInALoop_Fails() =>
        Assert.That(
            () => ReadGrowth.Verify("a search", "n items", 100, maxFactor: 1_000, (size, reads) => reads.List(Enumerable.Range(0, size)), list => _ = list.Sum(item => list.Count(other => other == item))),
            Throws.TypeOf<AssertionException>().With.Message.Contains("a search grows faster than its input, with n items"));

    private static void CopyForEachByte(byte[] input) => Array.ForEach(input, value => _ = input.ToArray());
}
