using System.CommandLine;
using System.Text.RegularExpressions;
using GoogleCheckout.Cli.Commands;
using NUnit.Framework;

namespace GoogleCheckout.Cli;

/// <summary>The help of the commands, and the pages that show it.</summary>
public partial class HelpPageTests
{
    private const string Page = "docs/command-line.md";
    private const string Readme = "src/GoogleCheckout.Cli/README.md";

    private static readonly ToolConsole NoConsole = new(TextReader.Null, TextWriter.Null, TextWriter.Null);

    private static IEnumerable<IReadOnlyList<string>> Commands => GetPaths(Tool.CreateRootCommand(NoConsole), []);

    [Test]
    public async Task Page_ShowsTheHelpOfEachCommand()
    {
        List<string> blocks = [];
        foreach (var path in Commands.Where(path => path.Count > 0))
        {
            blocks.Add($"### `{string.Join(' ', path)}`\n\n```text\n{await GetHelpAsync(path)}\n```\n");
        }

        AssertPage(Page, string.Join('\n', blocks));
    }

    [Test]
    public async Task Readme_ShowsTheHelpOfTheTool() => AssertPage(Readme, $"```text\n{await GetHelpAsync([])}\n```\n");

    [Test]
    public async Task Help_OfEachCommand_HasAnExampleThatBeginsWithTheCommand()
    {
        foreach (var path in Commands.Where(path => path.Count > 0))
        {
            var help = await GetHelpAsync(path);
            Assert.That(help, Does.Match($@"\nExamples?:\n  googlecheckout {string.Join(".*", path)}"), string.Join(' ', path));
        }
    }

    [Test]
    public async Task Help_OfTheProcess_IsTheSame() =>
        Assert.That(Trim((await ToolProcess.RunAsync("validate", "--help")).Output), Is.EqualTo(await GetHelpAsync(["validate"])));

    [Test]
    public async Task Tool_WithoutCommand_SaysSo()
    {
        var result = await ToolProcess.RunAsync();

        Assert.That(result.ExitCode, Is.EqualTo(ExitCode.InvalidInput));
        Assert.That(result.Error, Does.Contain("--help lists the options."));
    }

    private static void AssertPage(string page, string help)
    {
        var text = File.ReadAllText(Path.Combine(Repository.Root, page)).ReplaceLineEndings("\n");
        var expected = Help().Replace(text, _ => $"<!-- help -->\n{help}<!-- end of help -->");
        if (text != expected)
        {
            var file = Path.Combine(TestContext.CurrentContext.WorkDirectory, Path.GetFileName(page));
            File.WriteAllText(file, expected);
            Assert.Fail($"{page} does not show the help of the tool. If the change is intended: cp {file} {Path.Combine(Repository.Root, page)}");
        }
    }

    private static async Task<string> GetHelpAsync(IReadOnlyList<string> path)
    {
        using var output = new StringWriter();
        await Tool.RunAsync([.. path, "--help"], new ToolConsole(TextReader.Null, output, TextWriter.Null), CancellationToken.None);

        // The help names the program that runs: here, that of the tests.
        return Trim(output.ToString().ReplaceLineEndings("\n")).Replace($"  {RootCommand.ExecutableName} ", "  googlecheckout ", StringComparison.Ordinal);
    }

    private static string Trim(string text) => string.Join('\n', text.Split('\n').Select(line => line.TrimEnd())).Trim('\n');

    private static IEnumerable<IReadOnlyList<string>> GetPaths(Command command, IReadOnlyList<string> path) =>
        command.Subcommands.SelectMany(subcommand => GetPaths(subcommand, [.. path, subcommand.Name])).Prepend(path);

    [GeneratedRegex("<!-- help -->.*<!-- end of help -->", RegexOptions.Singleline)]
    private static partial Regex Help();
}
