using NUnit.Framework;

namespace GoogleCheckout.Cli.Commands;

/// <summary>Command lines with errors.</summary>
public class CommandLineErrorsTests
{
    [TestCase("archive list --timezone UTC a.log", "--timezone is not an option of googlecheckout archive list. Did you mean --time-zone?")]
    [TestCase("validate --strict a.xml", "--strict is not an option of googlecheckout validate.")]
    [TestCase("format --msk a.xml", "--msk is not an option of googlecheckout format. Did you mean --mask?")]
    [TestCase("archive lst a.log", "lst is not an argument of googlecheckout archive. Did you mean list?")]
    [TestCase("order 1 charge 2 USD extra", " is not an argument of googlecheckout order charge.")]
    [TestCase("history --from yesterday", "--from must be a time, for example 2013-01-31T00:00:00Z.")]
    [TestCase("orders --from yesterday --to 2013-01-31", "--from must be a date or a time, for example 2013-01-31.")]
    [TestCase("orders --from 2013-01-30 --to 2013-01-31 --state paid", "--state must be one of Unknown, Reviewing, Chargeable")]
    [TestCase("order 1 deliver --send-email perhaps", "perhaps is not an argument of googlecheckout order deliver.")]
    public async Task Command_Mistyped_NamesIt(string commandLine, string message)
    {
        var (code, error) = await RunAsync(commandLine.Split(' '));

        Assert.That(code, Is.EqualTo(ExitCode.InvalidInput));
        Assert.That(error, Does.Contain(message));
    }

    [TestCase("--secret=value")]
    [TestCase("--secret", "value")]
    public async Task Command_UnknownOption_DoesNotRepeatItsValue(params string[] args)
    {
        var (_, error) = await RunAsync(["validate", .. args]);

        Assert.That(error, Does.StartWith("--secret is not an option of googlecheckout validate.").And.Not.Contains("value"));
    }

    [Test]
    public async Task Validate_NameBehindTwoHyphens_IsAFile()
    {
        var (code, error) = await RunAsync(["validate", "--", "--strict"]);

        Assert.That(code, Is.EqualTo(ExitCode.InvalidInput));
        Assert.That(error, Does.StartWith("--strict cannot be read: "));
    }

    [Test]
    public async Task Validate_Folder_SaysSo()
    {
        var (code, error) = await RunAsync(["validate", TestContext.CurrentContext.TestDirectory]);

        Assert.That(code, Is.EqualTo(ExitCode.InvalidInput));
        Assert.That(error, Does.EndWith($" is a folder.{Environment.NewLine}"));
    }

    private static async Task<(int Code, string Error)> RunAsync(string[] args)
    {
        var error = new StringWriter();
        return (await Tool.RunAsync(args, new ToolConsole(TextReader.Null, TextWriter.Null, error), CancellationToken.None), error.ToString());
    }
}
