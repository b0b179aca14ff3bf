using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;

namespace GoogleCheckout.Inbox.Storage;

/// <summary>What is refused are exactly the data sources whose connections do not share a database.</summary>
public sealed class SqliteSharingTests
{
    private string _folder = null!;

    [SetUp]
    public void Create()
    {
        SQLitePCL.Batteries_V2.Init();
        _folder = Directory.CreateTempSubdirectory("googlecheckout-sqlite-").FullName;
    }

    [TearDown]
    public void Delete()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    [TestCase("Data Source=:memory:", "in memory")]
    [TestCase("DataSource=:memory:;Pooling=False", "in memory")]
    [TestCase("Data Source=:memory:;Cache=Private", "in memory")]
    [TestCase("Data Source=:memory:;Cache=Shared", "in memory")]
    [TestCase("Filename=shop;Mode=Memory", "in memory")]
    [TestCase("Data Source=shop;mode=memory;cache=default", "in memory")]
    [TestCase("Data Source=file::memory:", "in memory")]
    [TestCase("Data Source='file:shop?mode=memory'", "in memory")]
    [TestCase("Data Source='file:shop?mode=memory&cache=private';Cache=Shared", "in memory")]
    [TestCase("Data Source=", "without a file name")]
    [TestCase("Data Source=''", "without a file name")]
    [TestCase("Cache=Shared", "without a file name")]
    [TestCase("Data Source=file:", "without a file name")]
    [TestCase("Data Source='file:?cache=shared'", "without a file name")]
    public void AddNotificationInbox_ConnectionsShareNoDatabase_ThrowsWithWhatToWrite(string connectionString, string reason)
    {
        using var dataSource = SqliteFactory.Instance.CreateDataSource(connectionString);

        Assert.Multiple(() =>
        {
            Assert.That(
                () => new ServiceCollection().AddNotificationInbox(dataSource),
                Throws.ArgumentException.With.Message.Contains(reason).And.Message.Contains("\"Data Source=shop.db\"").And.Property("ParamName").EqualTo("dataSource"));
            Assert.That(() => NotificationInboxSchema.CreateAsync(dataSource), Throws.ArgumentException);
            Assert.That(Share(dataSource), Is.False);
        });
    }

    [TestCase("Data Source={0}/shop.db")]
    [TestCase("Data Source={0}/shop.db;Cache=Shared")]
    [TestCase("Data Source='file:{0}/shop.db'")]
    [TestCase("Data Source='file:{0}/shop.db?cache=private'")]
    [TestCase("Data Source={0}/:memory:")]
    [TestCase("Data Source=shop;Mode=Memory;Cache=Shared")]
    [TestCase("Data Source=:memory:;Mode=Memory;Cache=Shared")]
    [TestCase("Data Source='file:shop?mode=memory&cache=shared'")]
    [TestCase("Data Source='file::memory:?cache=shared'")]
    [TestCase("Data Source=file::memory:;Cache=Shared")]
    public void AddNotificationInbox_ConnectionsShareADatabase_IsAccepted(string connectionString)
    {
        using var dataSource = SqliteFactory.Instance.CreateDataSource(string.Format(System.Globalization.CultureInfo.InvariantCulture, connectionString, _folder));

        Assert.That(() => new ServiceCollection().AddNotificationInbox(dataSource), Throws.Nothing);
        Assert.That(Share(dataSource), Is.True);
    }

    private static bool Share(DbDataSource dataSource)
    {
        using var one = dataSource.OpenConnection();
        using var other = dataSource.OpenConnection();
        using var create = one.CreateCommand();
        create.CommandText = "CREATE TABLE shared (id INTEGER)";
        create.ExecuteNonQuery();
        using var find = other.CreateCommand();
        find.CommandText = "SELECT count(*) FROM sqlite_master WHERE name = 'shared'";
        return (long)find.ExecuteScalar()! == 1;
    }
}
