using System.Text;
using GoogleCheckout.Inbox.Polling;
using GoogleCheckout.Notifications;
using GoogleCheckout.Sandbox;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;
using TeaShop;

namespace GoogleCheckout.Samples.Moving;

/// <summary>The files that GCheckout.dll's example of a queue left are handled.</summary>
public class OldQueueTests
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"queue-{Guid.NewGuid():N}");

    [SetUp]
    public void Create()
    {
        foreach (var name in new[] { "inbox", "failure" })
        {
            Directory.CreateDirectory(Path.Combine(_folder, name));
        }
    }

    [TearDown]
    public void Delete() => Directory.Delete(_folder, recursive: true);

    [Test]
    public async Task HandOver_FilesOfTwoFolders_AreHandledOnceAndOldestFirst()
    {
        var order = SampleNotifications.NewOrder();
        var charge = SampleNotifications.ChargeAmount();
        Write("inbox", charge, new DateTime(2013, 11, 20, 9, 0, 0, DateTimeKind.Utc));
        Write("failure", order, new DateTime(2013, 11, 20, 8, 0, 0, DateTimeKind.Utc));
        var handler = new Recorder();
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddGoogleCheckout(options => (options.MerchantId, options.MerchantKey) = ("1234567890", "a key for tests"));
        services.AddNotificationInbox();
        services.AddNotificationReplay();
        services.AddSingleton(handler);
        services.AddNotificationHandler<Recorder>();
        await using var provider = services.BuildServiceProvider();

        for (var run = 0; run < 2; run++)
        {
            await OldQueue.HandOverAsync(provider.GetRequiredService<NotificationReplay>(), [Path.Combine(_folder, "inbox"), Path.Combine(_folder, "failure")], CancellationToken.None);
        }

        Assert.That(handler.SerialNumbers, Is.EqualTo(new[] { order.SerialNumber, charge.SerialNumber }));
    }

    // The old queue wrote UTF-8 with a byte-order mark.
    private void Write(string name, Notification notification, DateTime time)
    {
        var path = Path.Combine(_folder, name, $"{notification.GetType().Name}--{notification.GoogleOrderNumber}--{notification.SerialNumber}.xml");
        File.WriteAllText(path, notification.ToXmlString(), Encoding.UTF8);
        File.SetLastWriteTimeUtc(path, time);
    }

    private sealed class Recorder : INotificationHandler<Notification>
    {
        public List<string> SerialNumbers { get; } = [];

        public Task HandleAsync(Notification notification, NotificationContext context, CancellationToken cancellationToken)
        {
            SerialNumbers.Add(context.SerialNumber);
            return Task.CompletedTask;
        }
    }
}
