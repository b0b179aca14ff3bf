using NUnit.Framework;

namespace GoogleCheckout.Inbox.ExactlyOnce;

/// <summary>The shorter run of <c>eng/exactly-once</c>: receivers are killed and the database server is restarted while notifications come.</summary>
public class ExactlyOnceTests
{
    [Test]
    [TestCase("postgresql", "inline")]
    [TestCase("postgresql", "queued")]
    [TestCase("mariadb", "inline")]
    [TestCase("mariadb", "queued")]
    [TestCase("sqlite", "inline")]
    [TestCase("sqlite", "queued")]
    public async Task Effects_ReceiversAreKilled_HappenExactlyOnce(string database, string mode)
    {
        TestDatabase.RequireServer(database switch { "postgresql" => DatabaseKind.PostgreSql, "mariadb" => DatabaseKind.MariaDb, _ => DatabaseKind.Sqlite });

        var (code, output) = await RunAsync(
            "--database", database, "--mode", mode, "--notifications", "500", "--orders", "50", "--receivers", "3", "--kills", "3", "--restarts", "1");

        Assert.That(code, Is.Zero, output);
        TestContext.Out.WriteLine(output);
    }

    [Test]
    public async Task Duplicates_WithoutInbox_AreDetected()
    {
        var (code, output) = await RunAsync("--database", "sqlite", "--inbox", "none", "--notifications", "50", "--orders", "10", "--kills", "0");

        Assert.Multiple(() =>
        {
            Assert.That(code, Is.EqualTo(1), output);
            Assert.That(output, Does.Match(@"doubled\s+[1-9]"));
        });
    }

    private static Task<(int Code, string Output)> RunAsync(params string[] arguments) => ScriptProcess.RunAsync("GoogleCheckout.Sdk.Inbox.ExactlyOnce.dll", arguments);
}
