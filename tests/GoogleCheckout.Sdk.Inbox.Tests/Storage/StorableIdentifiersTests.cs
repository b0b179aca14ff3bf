using GoogleCheckout.Notifications;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;

namespace GoogleCheckout.Inbox.Storage;

/// <summary>Identifiers of any length and content: the inbox stores those that it can store, and says what is wrong with the others.</summary>
[TestFixture(DatabaseKind.PostgreSql)]
[TestFixture(DatabaseKind.MariaDb)]
[TestFixture(DatabaseKind.Sqlite)]
public sealed class StorableIdentifiersTests(DatabaseKind kind)
{
    private static readonly (string Serial, string Order, string? Reason)[] Identifiers =
    [
        (Text(128), "1", null),
        ("1", Text(128), null),
        (Text(128, '\u20AC'), Text(128, '\u20AC'), null),
        (Text(129), "1", "SerialNumber has 129 characters"),
        ("1", Text(129), "GoogleOrderNumber has 129 characters"),
        (Text(1_000_000), "1", "SerialNumber has 1000000 characters"),
        ("1\0", "1", "SerialNumber contains a control character"),
        ("1", "1\n2", "GoogleOrderNumber contains a control character"),
    ];

    private TestDatabase _database = null!;

    [SetUp]
    public async Task CreateAsync() => _database = await TestDatabase.CreateAsync(kind);

    [TearDown]
    public async Task DeleteAsync() => await _database.DisposeAsync();

    [Test]
    public async Task HandleOnce_IdentifiersOfAnyForm_AreStoredOrRefusedWithAReason(
        [ValueSource(nameof(Identifiers))] (string Serial, string Order, string? Reason) identifiers, [Values] NotificationInboxMode mode)
    {
        var services = new ServiceCollection().AddNotificationInbox(_database.Main, options => options.Mode = mode);
        await using var provider = services.BuildServiceProvider();
        var inbox = provider.GetRequiredService<INotificationInbox>();
        var notification = Effects.Notification(identifiers.Serial, identifiers.Order);

        Task<bool> HandleAsync() => inbox.HandleOnceAsync(notification, string.Empty, (_, _) => Task.CompletedTask, CancellationToken.None);

        if (identifiers.Reason is { } reason)
        {
            Assert.That(HandleAsync, Throws.ArgumentException.With.Message.StartsWith(reason).And.Message.Length.LessThan(200));
            return;
        }

        Assert.That(await HandleAsync(), Is.True);
        Assert.That(await HandleAsync(), Is.False);
    }

    [Test]
    public void HandleOnce_NameOfMerchantIsTooLong_IsRefusedWithAReason([Values] NotificationInboxMode mode)
    {
        var services = new ServiceCollection().AddNotificationInbox(_database.Main, options => options.Mode = mode);
        using var provider = services.BuildServiceProvider();
        var inbox = provider.GetRequiredService<INotificationInbox>();

        Assert.That(
            () => inbox.HandleOnceAsync(Effects.Notification("1"), Text(129), (_, _) => Task.CompletedTask, CancellationToken.None),
            Throws.ArgumentException.With.Message.StartsWith("The name of the merchant has 129 characters"));
    }

    // No two characters in a row are alike, so that a database cannot compress it.
    private static string Text(int length, char first = 'a') => string.Create(length, first, (text, start) =>
    {
        for (var i = 0; i < text.Length; i++)
        {
            text[i] = (char)(start + (i * 7 % 20));
        }
    });
}
