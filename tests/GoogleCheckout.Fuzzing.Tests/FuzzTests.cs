using GoogleCheckout.Fuzzing.Targets;
using NUnit.Framework;

namespace GoogleCheckout.Fuzzing;

/// <summary>The short form of the long runs. The seed is fixed, so that a failure can be repeated.</summary>
public class FuzzTests
{
    [TestCase(FuzzTargets.Reader, 40_000)]
    [TestCase(FuzzTargets.Endpoint, 10_000)]
    [TestCase(FuzzTargets.Sandbox, 4_000)]
    public async Task MutatedDocuments_Always_HaveDocumentedResults(string target, int documents)
    {
        var run = new FuzzRun(target, seed: 7, threads: Environment.ProcessorCount, TestContext.Out);

        var findings = await run.RunAsync(first: 0, documents);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(findings, Is.Empty);
            Assert.That(run.Results.Values.Sum(), Is.EqualTo(documents));
            Assert.That(run.Results, Has.Count.GreaterThan(1), "Documents must be accepted and rejected, or the mutations show little.");
        }
    }

    [Test]
    public async Task Run_InterruptedWithStateFile_ContinuesAtTheNextDocument()
    {
        var state = Path.Combine(TestContext.CurrentContext.WorkDirectory, $"{nameof(FuzzTests)}.state");
        await File.WriteAllTextAsync(state, "30");
        using var output = new StringWriter();
        var run = new FuzzRun(FuzzTargets.Reader, seed: 7, threads: 1, output) { StateFile = state };

        await run.RunAsync(first: 0, count: 40);

        Assert.That(output.ToString(), Does.StartWith("reader: documents 30 to 39, seed 7"));
        Assert.That(run.Results.Values.Sum(), Is.EqualTo(10));
        Assert.That(await File.ReadAllTextAsync(state), Is.EqualTo("40"));
    }
}
