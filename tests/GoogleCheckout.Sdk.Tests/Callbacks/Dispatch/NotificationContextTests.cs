using NUnit.Framework;

namespace GoogleCheckout.Notifications;

public class NotificationContextTests
{
    [Test]
    public void RequireTransaction_WithoutInbox_ThrowsWithWhatToRegister()
    {
        var context = new NotificationContext(SampleNotifications.Charge);

        Assert.Multiple(() =>
        {
            Assert.That(
                () => context.RequireTransaction(),
                Throws.InvalidOperationException.With.Message.Contains($"{SampleNotifications.Charge}").And.Message.Contains("services.AddNotificationInbox(dataSource) of the package GoogleCheckout.Sdk.Inbox"));
            Assert.That(() => context.CreateCommand(), Throws.InvalidOperationException.With.Message.Contains("services.AddNotificationInbox(dataSource)"));
        });
    }
}
