using System.Text;
using GoogleCheckout.Archives;
using GoogleCheckout.Inbox.Storage;
using GoogleCheckout.Notifications;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NUnit.Framework;

namespace GoogleCheckout.Inbox.Polling;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class NotificationReplayTests : IDisposable
{
    private readonly WaitReportingTimeProvider _clock = new();
    private readonly ScriptedService _service = new();
    private TestDatabase _database = null!;

    [SetUp]
    public async Task CreateAsync() => _database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);

    [TearDown]
    public async Task DeleteAsync() => await _database.DisposeAsync();

    public void Dispose() => _service.Dispose();

    [Test]
    public async Task Replay_TwentyThousandNotifications_HandlesEachOnceInConstantMemory()
    {
        const int Count = 20_000;
        var handled = 0;
        using var shop = OpenInMemory((_, _, _) =>
        {
            handled++;
            return Task.CompletedTask;
        });
        var replay = shop.GetRequiredService<NotificationReplay>();
        await using var archive = new FileStream(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 4096, FileOptions.DeleteOnClose);
        await WriteArchiveAsync(archive, Count);

        var memory = new MemoryWatch();
        archive.Position = 0;
        var first = await replay.ReplayAsync(archive, progress: memory);
        archive.Position = 0;
        var second = await replay.ReplayAsync(archive);

        Assert.Multiple(() =>
        {
            Assert.That(first, Is.EqualTo(new ReplayResult { Read = Count, Handled = Count }));
            Assert.That(second, Is.EqualTo(new ReplayResult { Read = Count, Duplicates = Count }));
            Assert.That(handled, Is.EqualTo(Count));
            Assert.That(memory.Reports, Is.EqualTo((Count / 100) + 1));
            Assert.That(memory.Growth, Is.LessThan(archive.Length / 2), "the keys in memory are some 5 MB, the archive is more than 20");
        });
    }

    [Test]
    public async Task Replay_ThroughDatabase_HandlesEachOnce()
    {
        using var shop = Open();
        var replay = shop.Services.GetRequiredService<NotificationReplay>();
        await shop.Services.GetRequiredService<NotificationReceiver>().ReceiveAsync(Effects.Notification("3", timestamp: Recent));

        var first = await replay.ReplayAsync(await ArchiveAsync(500));
        var second = await replay.ReplayAsync(await ArchiveAsync(501));

        Assert.Multiple(async () =>
        {
            Assert.That(first, Is.EqualTo(new ReplayResult { Read = 500, Handled = 499, Duplicates = 1 }));
            Assert.That(second, Is.EqualTo(new ReplayResult { Read = 501, Handled = 1, Duplicates = 500 }));
            Assert.That(await _database.EffectsAsync(), Is.Unique.And.Exactly(501).Items);
            Assert.That(shop.Log.GetSnapshot().Where(entry => entry.Level >= LogLevel.Warning), Is.Empty);
        });
    }

    [Test]
    public async Task Replay_FolderAsInDocumentation_HandlesEachFile()
    {
        using var shop = Open();
        var folder = Directory.CreateTempSubdirectory();
        await File.WriteAllBytesAsync(Path.Combine(folder.FullName, "1.xml"), (await ArchiveAsync(150)).ToArray());
        await File.WriteAllBytesAsync(Path.Combine(folder.FullName, "2.xml"), Encoding.UTF8.GetBytes(Effects.Notification("151", timestamp: Recent).ToXmlString()));
        var memory = new MemoryWatch();

        await PollingSnippets.ReplayAsync(shop.Host, folder.FullName, memory);
        folder.Delete(recursive: true);

        Assert.That(await _database.EffectsAsync(), Is.Unique.And.Exactly(151).Items);
        Assert.That(memory.Reports, Is.EqualTo(3));
    }

    [Test]
    public async Task Replay_HandlerFails_ReportsPositionAndCanBeRepeated()
    {
        var isOpen = false;
        using var shop = Open((notification, context, cancellationToken) => isOpen || notification.SerialNumber != "7"
            ? Effects.AddAsync(context, cancellationToken)
            : throw new NotSupportedException("The warehouse is closed."));
        var replay = shop.Services.GetRequiredService<NotificationReplay>();

        var fault = Assert.ThrowsAsync<NotificationReplayException>(async () => await replay.ReplayAsync(await ArchiveAsync(10)));
        isOpen = true;
        var again = await replay.ReplayAsync(await ArchiveAsync(10));

        Assert.Multiple(async () =>
        {
            Assert.That(fault!.SerialNumber, Is.EqualTo("7"));
            Assert.That(fault.Counts, Is.EqualTo(new ReplayResult { Read = 7, Handled = 6 }));
            Assert.That(fault.Message, Does.StartWith("Notification 7 of the archive, 7, could not be handled").And.Contain("The 6 notifications before it are done."));
            Assert.That(fault.InnerException, Is.TypeOf<NotSupportedException>());
            Assert.That(again, Is.EqualTo(new ReplayResult { Read = 10, Handled = 4, Duplicates = 6 }));
            Assert.That(await _database.EffectsAsync(), Is.Unique.And.Exactly(10).Items);
        });
    }

    [Test]
    public async Task Replay_BeyondRetention_HandlesAgainAndLogs()
    {
        using var shop = Open();
        var replay = shop.Services.GetRequiredService<NotificationReplay>();
        await replay.ReplayAsync(await ArchiveAsync(5));
        _clock.Advance(TimeSpan.FromDays(451));
        await shop.Services.GetRequiredService<Pruning>().PruneAsync(default);

        var again = await replay.ReplayAsync(await ArchiveAsync(5));
        var third = await replay.ReplayAsync(await ArchiveAsync(5));

        Assert.Multiple(async () =>
        {
            Assert.That(again, Is.EqualTo(new ReplayResult { Read = 5, Handled = 5, BeyondRetention = 5 }));
            Assert.That(third, Is.EqualTo(new ReplayResult { Read = 5, Duplicates = 5 }));
            Assert.That(await _database.EffectsAsync(), Has.Count.EqualTo(10));
            Assert.That(shop.Log.GetSnapshot().Where(entry => entry.Level == LogLevel.Warning).Select(entry => entry.GetText()), Has.One.Contains("older than DeduplicationRetention (450.00:00:00)"));
        });
    }

    [Test]
    public async Task Replay_InQueuedMode_StoresNotifications()
    {
        using var shop = Open(configure: services => services.Configure<NotificationInboxOptions>(options => options.Mode = NotificationInboxMode.Queued));

        var counts = await shop.Services.GetRequiredService<NotificationReplay>().ReplayAsync(await ArchiveAsync(5));

        Assert.That(counts, Is.EqualTo(new ReplayResult { Read = 5, Handled = 5 }));
        Assert.That(await _database.ReadAsync("SELECT state FROM google_checkout_notifications"), Is.EqualTo(Enumerable.Repeat("pending", 5)));
        Assert.That(await _database.EffectsAsync(), Is.Empty);
    }

    [Test]
    public async Task Replay_TruncatedArchive_HandlesReadablePart()
    {
        using var shop = Open();
        var whole = (await ArchiveAsync(5)).ToArray();
        using var cut = new MemoryStream(whole[..^200]);

        Assert.That(() => shop.Services.GetRequiredService<NotificationReplay>().ReplayAsync(cut), Throws.TypeOf<CheckoutXmlException>());
        Assert.That(await _database.EffectsAsync(), Is.EqualTo(new[] { "1", "2", "3", "4" }));
    }

    [Test]
    public async Task Replay_EntriesThatCannotBeRead_CallsBackAndHandlesTheRest()
    {
        using var shop = Open();
        var log = "10:15 received\n" + Encoding.UTF8.GetString((await ArchiveAsync(5)).ToArray()).Replace("serial-number=\"3\"", "serial-number=3", StringComparison.Ordinal);
        var replay = shop.Services.GetRequiredService<NotificationReplay>();
        var errors = new List<ArchiveEntry>();

        var first = await replay.ReplayAsync(Entries(), errors.Add);
        var second = await replay.ReplayAsync(Entries(), errors.Add);

        Assert.Multiple(async () =>
        {
            Assert.That(first, Is.EqualTo(new ReplayResult { Read = 4, Handled = 4, Errors = 1 }));
            Assert.That(second, Is.EqualTo(new ReplayResult { Read = 4, Duplicates = 4, Errors = 1 }));
            Assert.That(errors, Has.Count.EqualTo(2).And.All.Property(nameof(ArchiveEntry.LineNumber)).GreaterThan(1));
            Assert.That(await _database.EffectsAsync(), Is.EquivalentTo(new[] { "1", "2", "4", "5" }));
        });

        IAsyncEnumerable<ArchiveEntry> Entries() => CheckoutXml.ReadArchiveAsync(new MemoryStream(Encoding.UTF8.GetBytes(log)));
    }

    [Test]
    public async Task Replay_FolderOfFiles_HandlesThoseOfAllFiles()
    {
        using var shop = Open();
        var replay = shop.Services.GetRequiredService<NotificationReplay>();
        var folder = Directory.CreateTempSubdirectory("replay-").FullName;
        await File.WriteAllBytesAsync(Path.Combine(folder, "a.log"), (await ArchiveAsync(3)).ToArray());
        await File.WriteAllBytesAsync(Path.Combine(folder, "b.log"), (await ArchiveAsync(5)).ToArray());

        // <entries>
        var counts = await replay.ReplayAsync(NotificationArchive.ReadAsync(folder), entry => Console.Error.WriteLine($"{entry.FilePath}: {entry.Error!.Message}"));
        // </entries>
        Directory.Delete(folder, recursive: true);

        Assert.That(counts, Is.EqualTo(new ReplayResult { Read = 8, Handled = 5, Duplicates = 3 }));
    }

    [Test]
    public async Task Replay_Canceled_EndsBeforeNextNotification()
    {
        using var cancellation = new CancellationTokenSource();
        using var shop = Open(async (notification, context, _) =>
        {
            await Effects.AddAsync(context, default);
            if (notification.SerialNumber == "2")
            {
                await cancellation.CancelAsync();
            }
        });

        Assert.That(
            async () => await shop.Services.GetRequiredService<NotificationReplay>().ReplayAsync(await ArchiveAsync(5), cancellationToken: cancellation.Token),
            Throws.InstanceOf<OperationCanceledException>());
        Assert.That(await _database.EffectsAsync(), Is.EqualTo(new[] { "1" }), "the second was cancelled with its handler");
    }

    [Test]
    public void Replay_UnregisteredMerchant_ThrowsArgumentException()
    {
        using var shop = Open();

        Assert.That(
            async () => await shop.Services.GetRequiredService<NotificationReplay>().ReplayAsync(await ArchiveAsync(1), "soth"),
            Throws.ArgumentException.With.Message.Contains("No merchant is registered as 'soth'"));
    }

    [Test]
    public void Resolve_WithoutInbox_ThrowsWithMethodToCall()
    {
        using var services = new ServiceCollection().AddNotificationReplay().BuildServiceProvider();

        Assert.That(() => services.GetRequiredService<NotificationReplay>(), Throws.InvalidOperationException.With.Message.Contains("services.AddNotificationInbox(dataSource)"));
    }

    private static DateTimeOffset Recent => new(2012, 3, 1, 0, 0, 0, TimeSpan.Zero);

    private PollingShop Open(Handle? handle = null, Action<IServiceCollection>? configure = null) => new(
        _database.Connect(),
        _clock,
        services =>
        {
            services.AddSingleton<CheckoutClient>(_service);
            services.AddNotificationReplay();
            configure?.Invoke(services);
        },
        handle);

    private static async Task<MemoryStream> ArchiveAsync(int count)
    {
        var archive = new MemoryStream();
        await WriteArchiveAsync(archive, count);
        archive.Position = 0;
        return archive;
    }

    private static async Task WriteArchiveAsync(Stream output, int count)
    {
        await using var writer = new StreamWriter(output, new UTF8Encoding(false), leaveOpen: true);
        await writer.WriteAsync("<notification-history-response xmlns=\"http://checkout.google.com/schema/2\" serial-number=\"archive\"><notifications>");
        for (var serial = 1; serial <= count; serial++)
        {
            var xml = Effects.Notification($"{serial}", $"order-{serial % 97}", Recent).ToXmlString();
            await writer.WriteAsync(xml[xml.IndexOf('\n', StringComparison.Ordinal)..]);
        }

        await writer.WriteAsync("</notifications></notification-history-response>");
    }

    private ServiceProvider OpenInMemory(Handle handle)
    {
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(_clock);
        services.AddSingleton<CheckoutClient>(_service);
        services.AddNotificationInbox();
        services.AddNotificationReplay();
        services.AddSingleton(handle);
        services.AddNotificationHandler<PollingShop.DelegatingHandler>();
        return services.BuildServiceProvider();
    }

    private sealed class MemoryWatch : IProgress<ReplayResult>
    {
        private readonly long _before = GC.GetTotalMemory(forceFullCollection: true);

        public int Reports { get; private set; }

        public long Growth { get; private set; }

        public void Report(ReplayResult value)
        {
            if (++Reports % 20 == 0)
            {
                Growth = Math.Max(Growth, GC.GetTotalMemory(forceFullCollection: true) - _before);
            }
        }
    }
}
