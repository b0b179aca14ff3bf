using GoogleCheckout.Inbox;
using NUnit.Framework;

namespace GoogleCheckout.Outbox.MoneyChaos;

/// <summary>The shorter runs of <c>eng/money-chaos</c>: workers are killed and the database server crashes while commands and their responses are lost.</summary>
public class MoneyChaosTests
{
    [TestCase("postgresql", DatabaseKind.PostgreSql)]
    [TestCase("mariadb", DatabaseKind.MariaDb)]
    [TestCase("sqlite", DatabaseKind.Sqlite)]
    public async Task Money_WorkersAreKilled_IsAsPlanned(string database, DatabaseKind kind)
    {
        TestDatabase.RequireServer(kind);

        var (code, output) = await RunAsync("--database", database, "--orders", "80", "--workers", "2", "--kills", "2", "--restarts", "1");

        Assert.That(code, Is.Zero, output);
        TestContext.Out.WriteLine(output);
    }

    [TestCase("order-lock", "0")]
    [TestCase("look-up", "40")]
    public async Task Money_WithoutASafeguard_IsWrong(string safeguard, string faults)
    {
        TestDatabase.RequireServer(DatabaseKind.PostgreSql);

        var (code, output) = await RunAsync("--break", safeguard, "--faults", faults, "--orders", "40", "--workers", "2", "--kills", "0", "--restarts", "0");

        Assert.That(code, Is.EqualTo(1), output);
        Assert.That(output, Does.Match(@"deviations\s+[1-9]").And.Contain("The money is right: NO"));
    }

    [Test]
    public async Task Option_Unknown_EndsWithTwoAndTheUsage()
    {
        var (code, output) = await RunAsync("--break", "bank");

        Assert.That(code, Is.EqualTo(2));
        Assert.That(output, Does.StartWith("--break bank is no option.").And.Contain("money-chaos [--orders N]"));
    }

    private static Task<(int Code, string Output)> RunAsync(params string[] arguments) => ScriptProcess.RunAsync("GoogleCheckout.Sdk.Inbox.MoneyChaos.dll", arguments);
}
