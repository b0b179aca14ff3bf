using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using GoogleCheckout.Notifications;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;
using Microsoft.Extensions.Options;
using NUnit.Framework;

namespace GoogleCheckout.Inbox.Hosting;

public sealed class InboxRegistrationTests
{
    private static readonly DbDataSource Sqlite = SqliteFactory.Instance.CreateDataSource("Data Source=never-opened.db");

    [Test]
    public void AddNotificationInbox_UnsupportedDatabase_ThrowsWithSupportedOnes()
    {
        using var other = new OtherDataSource();

        Assert.That(
            () => new ServiceCollection().AddNotificationInbox(other),
            Throws.ArgumentException.With.Message.Contains(typeof(OtherConnection).FullName).And.Message.Contains("NpgsqlConnection").And.Message.Contains("SqliteConnection"));
    }

    [Test]
    public void AddNotificationInbox_CalledTwice_RegistersOne()
    {
        var services = new ServiceCollection().AddNotificationInbox(Sqlite).AddNotificationInbox(Sqlite, options => options.Workers = 7);

        using var provider = services.BuildServiceProvider();
        Assert.That(provider.GetServices<INotificationInbox>().Count(), Is.EqualTo(1));
        Assert.That(provider.GetRequiredService<IOptions<NotificationInboxOptions>>().Value.Workers, Is.EqualTo(7));
    }

    [Test]
    public void AddNotificationInbox_AfterAnother_Throws()
    {
        using var another = SqliteFactory.Instance.CreateDataSource("Data Source=another.db");

        Assert.Multiple(() =>
        {
            Assert.That(() => new ServiceCollection().AddNotificationInbox().AddNotificationInbox(Sqlite), Throws.InvalidOperationException.With.Message.Contains("in memory"));
            Assert.That(() => new ServiceCollection().AddNotificationInbox(Sqlite).AddNotificationInbox(), Throws.InvalidOperationException);
            Assert.That(() => new ServiceCollection().AddNotificationInbox(Sqlite).AddNotificationInbox(another), Throws.InvalidOperationException);
        });
    }

    [TestCaseSource(nameof(Faults))]
    public void Start_InvalidOption_ThrowsWithItsName(string option, Action<NotificationInboxOptions> configure)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddNotificationInbox(Sqlite, configure);
        using var host = builder.Build();

        Assert.That(() => host.StartAsync(), Throws.TypeOf<OptionsValidationException>().With.Message.Contains($"NotificationInboxOptions.{option}"));
    }

    [Test]
    public async Task AddNotificationInbox_WithoutDatabase_LogsWarning()
    {
        var log = new FakeLogCollector();
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddNotificationInbox().AddNotificationInbox();
        builder.Services.AddSingleton<ILoggerProvider>(new FakeLoggerProvider(log));
        using var host = builder.Build();

        await host.StartAsync();
        await host.StopAsync();

        Assert.Multiple(() =>
        {
            Assert.That(log.GetSnapshot().Where(entry => entry.Level == LogLevel.Warning).Select(entry => entry.GetText()), Has.One.Contains("for tests"));
            Assert.That(host.Services.GetRequiredService<INotificationInbox>().GetType().Name, Is.EqualTo("InMemoryInbox"));
        });
    }

    [Test]
    public async Task InMemory_ConcurrentDuplicates_HandlesOne()
    {
        await using var services = new ServiceCollection().AddNotificationInbox().BuildServiceProvider();
        var inbox = services.GetRequiredService<INotificationInbox>();
        var handled = 0;

        var first = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(() => inbox.HandleOnceAsync(Effects.Notification("1"), "", async (context, _) =>
        {
            await Task.Yield();
            Interlocked.Increment(ref handled);
            Assert.That(context.Transaction, Is.Null);
        }, CancellationToken.None))));

        Assert.That((first.Count(once => once), handled), Is.EqualTo((1, 1)));
    }

    [Test]
    public async Task InMemory_HandlerFails_HandlesNextDelivery()
    {
        await using var services = new ServiceCollection().AddNotificationInbox().BuildServiceProvider();
        var inbox = services.GetRequiredService<INotificationInbox>();

        Assert.That(() => inbox.HandleOnceAsync(Effects.Notification("1"), "", (_, _) => throw new NotSupportedException(), CancellationToken.None), Throws.TypeOf<NotSupportedException>());
        Assert.That(await inbox.HandleOnceAsync(Effects.Notification("1"), "", (_, _) => Task.CompletedTask, CancellationToken.None), Is.True);
        Assert.That(await services.GetRequiredService<NotificationDeadLetters>().ReplayAllAsync(), Is.Zero);
    }

    private static IEnumerable<TestCaseData> Faults()
    {
        yield return Fault("Mode", options => options.Mode = (NotificationInboxMode)7);
        yield return Fault("TablePrefix", options => options.TablePrefix = "a b");
        yield return Fault("DeduplicationRetention", options => options.DeduplicationRetention = TimeSpan.FromDays(449));
        yield return Fault("DeduplicationRetention", options => options.DeduplicationRetention = TimeSpan.MaxValue);
        yield return Fault("PayloadRetention", options => options.PayloadRetention = TimeSpan.FromDays(-1));
        yield return Fault("PayloadRetention", options => options.PayloadRetention = TimeSpan.FromDays(36_501));
        yield return Fault("HandlerTimeout", options => options.HandlerTimeout = TimeSpan.Zero);
        yield return Fault("HandlerTimeout", options => options.HandlerTimeout = TimeSpan.FromDays(30));
        yield return Fault("Workers", options => options.Workers = 0);
        yield return Fault("PollInterval", options => options.PollInterval = TimeSpan.Zero);
        yield return Fault("MaxAttempts", options => options.MaxAttempts = 0);
        yield return Fault("RetryDelay", options => options.RetryDelay = TimeSpan.FromSeconds(-1));
        yield return Fault("MaxRetryDelay", options => options.MaxRetryDelay = TimeSpan.FromSeconds(1));
    }

    private static TestCaseData Fault(string option, Action<NotificationInboxOptions> configure) => new(option, configure);

    private sealed class OtherDataSource : DbDataSource
    {
        public override string ConnectionString => string.Empty;

        protected override DbConnection CreateDbConnection() => new OtherConnection();
    }

    private sealed class OtherConnection : DbConnection
    {
        [AllowNull]
        public override string ConnectionString { get; set; } = string.Empty;

        public override string Database => string.Empty;

        public override string DataSource => string.Empty;

        public override string ServerVersion => string.Empty;

        public override ConnectionState State => ConnectionState.Closed;

        public override void ChangeDatabase(string databaseName) => throw new NotSupportedException();

        public override void Close()
        {
        }

        public override void Open() => throw new NotSupportedException();

        protected override DbTransaction BeginDbTransaction(IsolationLevel isolationLevel) => throw new NotSupportedException();

        protected override DbCommand CreateDbCommand() => throw new NotSupportedException();
    }
}
