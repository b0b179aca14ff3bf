using MerchantStore.Data;
using Microsoft.Extensions.Configuration;
using NUnit.Framework;

namespace GoogleCheckout.Samples.MerchantStore;

/// <summary>The connection string decides the engine, and one that cannot be used is refused with the name of its setting.</summary>
public class StoreDatabaseTests
{
    [TestCase("Data Source=shop.db", true)]
    [TestCase("DataSource=shop.db;Cache=Shared", true)]
    [TestCase("Host=db.example.com;Username=shop;Password=secret;Database=shop", false)]
    [TestCase("Server=db.example.com;User Id=shop", false)]
    public async Task Open_ConnectionString_DecidesTheEngine(string connectionString, bool isSqlite)
    {
        SQLitePCL.Batteries_V2.Init();
        var database = Open(connectionString);
        await using var source = database.Source;

        Assert.That(database.IsSqlite, Is.EqualTo(isSqlite));
    }

    [TestCase(null)]
    [TestCase(" ")]
    [TestCase("Data Source=:memory:")]
    [TestCase("Data Source=shop;Mode=Memory;Cache=Shared")]
    [TestCase("Cache=Shared")]
    [TestCase("Host=db.example.com;Passwort=secret")]
    [TestCase("secret")]
    public void Open_ConnectionStringThatCannotBeUsed_NamesTheSettingAndNotThePassword(string? connectionString)
    {
        var e = Assert.Throws<InvalidOperationException>(() => Open(connectionString));

        Assert.That(e!.Message, Does.Contain("ConnectionStrings:Store").And.Contain("Data Source=shop.db").And.Not.Contain("secret"));
    }

    private static StoreDatabase Open(string? connectionString) =>
        StoreDatabase.Open(new ConfigurationBuilder().AddInMemoryCollection([new("ConnectionStrings:Store", connectionString)]).Build());
}
