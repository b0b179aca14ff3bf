using System.CommandLine;
using GoogleCheckout.Fuzzing.Targets;

namespace GoogleCheckout.Fuzzing;

/// <summary>The command line of a long run. The exit code is 1 if there are findings.</summary>
internal static class FuzzCommand
{
    public static RootCommand Create(TextWriter output)
    {
        var target = new Argument<string>("target") { Description = "What reads the documents.", DefaultValueFactory = _ => FuzzTargets.Reader };
        target.AcceptOnlyFromAmong([.. FuzzTargets.Names]);
        var documents = CreateOption("--documents", "The number of documents to try.", 1_000_000);
        var first = CreateOption("--first", "The number of the first document. With --documents 1, the document of a finding is tried again.", 0);
        var seed = CreateOption("--seed", "The seed. The same seed and number give the same document.", 1);
        var threads = CreateOption("--threads", "The number of documents that are tried at the same time.", Environment.ProcessorCount);
        var state = new Option<FileInfo?>("--state") { Description = "A file with the number of the next document. A run that was interrupted continues there." };
        var command = new RootCommand("Tries mutated documents, and prints each that has an undocumented result.") { target, documents, first, seed, threads, state };
        command.SetAction(async (arguments, cancellationToken) =>
        {
            var run = new FuzzRun(arguments.GetRequiredValue(target), arguments.GetValue(seed), arguments.GetValue(threads), output) { StateFile = arguments.GetValue(state)?.FullName };
            var findings = await run.RunAsync(arguments.GetValue(first), arguments.GetValue(documents), cancellationToken);
            return findings.Count == 0 ? 0 : 1;
        });
        return command;
    }

    private static Option<int> CreateOption(string name, string description, int value)
    {
        var option = new Option<int>(name) { Description = description, DefaultValueFactory = _ => value };
        option.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() < 0)
            {
                result.AddError($"{name} must not be negative.");
            }
        });
        return option;
    }
}
