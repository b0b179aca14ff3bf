// <program>
using GoogleCheckout;

await using var archive = File.OpenRead(args[0]);
foreach (var notification in CheckoutXml.ReadNotifications(archive))
{
    Console.WriteLine($"{notification.Timestamp:u} {notification}");
}
// </program>
