using GoogleCheckout.Notifications;
using NUnit.Framework;

namespace GoogleCheckout.Xml;

public class ArchiveReadingTests
{
    private static readonly string Longest = new('9', 31);

    // Numbers that a key could take for one another: short and long ones, and those that differ in one character at an end.
    private static readonly string[] Numbers =
    [
        "0", "00", "1", "11", "-", "-1", "1-", "a", "1a", "841171949013218-00001-7", "841171949013218-00001-70", "841171949013218-00001-71",
        Longest, "0" + Longest[1..], Longest[1..], Longest[1..] + "0", Longest + "9", "0" + Longest, "1" + Longest, Longest + "0", "\u0661", "S-1",
    ];

    private static readonly string[] Kinds =
    [
        "new-order-notification", "risk-information-notification", "order-state-change-notification", "charge-amount-notification", "cancelled-subscription-notification",
        "other-notification", "1-notification",
    ];

    [Test]
    public void Add_EachNumberOfEachKind_IsNewOnceOnly()
    {
        var reading = ArchiveReading.Create(null);
        var notifications = Kinds.SelectMany(kind => Numbers.Select(number => (Kind: kind, Number: number))).ToList();

        Assert.Multiple(() =>
        {
            Assert.That(notifications.Where(notification => !Add(reading, notification.Kind, notification.Number)), Is.Empty);
            Assert.That(notifications.Where(notification => Add(reading, notification.Kind, notification.Number)), Is.Empty);
        });
    }

    [Test]
    public void Add_KindWithPrefix_IsTheSameKind()
    {
        var reading = ArchiveReading.Create(null);

        Assert.That((Add(reading, "new-order-notification", "1-2"), Add(reading, "gc:new-order-notification", "1-2")), Is.EqualTo((true, false)));
    }

    private static bool Add(ArchiveReading reading, string name, string number) => reading.Add(
        new UnknownNotification { RootName = name, GoogleOrderNumber = "1", SerialNumber = number, Timestamp = default },
        new ArchiveFragment(default, name, ArchiveFragmentEnd.EndTag, InnerStart: -1, Offset: 0, Length: 0, Line: 1, Column: 1, IsAscii: true));
}
