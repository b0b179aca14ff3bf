using NUnit.Framework;

namespace GoogleCheckout.Configuration;

public class SettingTextTests
{
    [TestCase("00:01:00", 60)]
    [TestCase("1:00:00", 3600)]
    [TestCase("7.00:00:00", 604800)]
    [TestCase("00:00:02.5", 2.5)]
    [TestCase("-00:00:01", -1)]
    [TestCase("00:00:00", 0)]
    public void TryParseTime_DaysHoursMinutesSeconds_IsRead(string text, double seconds)
    {
        Assert.That(SettingText.TryParseTime(text, out var time));
        Assert.That(time, Is.EqualTo(TimeSpan.FromSeconds(seconds)));
    }

    [TestCase("60")]
    [TestCase("0")]
    [TestCase("1.5")]
    [TestCase("00:30")]
    [TestCase("24:00:00")]
    [TestCase("00:60:00")]
    [TestCase("1:2:3:4")]
    [TestCase("a:b:c")]
    [TestCase("1m")]
    [TestCase("")]
    public void TryParseTime_WithoutAnUnambiguousMeaning_IsRefused(string text) => Assert.That(SettingText.TryParseTime(text, out _), Is.False);
}
