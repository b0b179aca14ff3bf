using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using NUnit.Framework;

namespace GoogleCheckout.Xml;

public class WireTimeTests
{
    [TestCase("2012-10-10T02:10:58Z", "2012-10-10T02:10:58.0000000+00:00")]
    [TestCase("2012-10-10T02:10:58", "2012-10-10T02:10:58.0000000+00:00")]
    [TestCase("2012-10-10T02:10:58.1", "2012-10-10T02:10:58.1000000+00:00")]
    [TestCase("2012-10-10T02:10:58.99999999999Z", "2012-10-10T02:10:58.9999999+00:00")]
    [TestCase("2012-02-29T23:59:59.178-05:30", "2012-02-29T23:59:59.1780000-05:30")]
    [TestCase("0001-01-01T14:00:00+14:00", "0001-01-01T14:00:00.0000000+14:00")]
    [TestCase("9999-12-31T09:59:59-14:00", "9999-12-31T09:59:59.0000000-14:00")]
    public void TryParse_ValidTime_ReturnsIt(string text, string expected)
    {
        Assert.That(WireTime.TryParse(text, out var time), text);
        Assert.That(time.ToString("O", CultureInfo.InvariantCulture), Is.EqualTo(expected));
    }

    [TestCase("")]
    [TestCase("2012-10-10")]
    [TestCase("2012-10-10 02:10:58")]
    [TestCase("2012-13-10T02:10:58Z")]
    [TestCase("2011-02-29T02:10:58Z")]
    [TestCase("2012-10-00T02:10:58Z")]
    [TestCase("0000-10-10T02:10:58Z")]
    [TestCase("2012-10-10T24:10:58Z")]
    [TestCase("2012-10-10T02:60:58Z")]
    [TestCase("2012-10-10T02:10:60Z")]
    [TestCase("2012-10-10T02:10:58.Z")]
    [TestCase("2012-10-10T02:10:58z")]
    [TestCase("2012-10-10T02:10:58+0500")]
    [TestCase("2012-10-10T02:10:58+14:01")]
    [TestCase("2012-10-10T02:10:58+05:60")]
    [TestCase("2012-10-10T02:10:5\u0668Z")]
    [TestCase("0001-01-01T00:00:00+14:00")]
    [TestCase("9999-12-31T23:59:59-14:00")]
    [TestCase("Sat Mar 18 20:25:31 PST 2006")]
    public void TryParse_OtherText_ReturnsFalse(string text)
    {
        Assert.That(WireTime.TryParse(text, out _), Is.False);
    }

    [TestCase("2012-10-10T02:10:58.0000000+00:00", "2012-10-10T02:10:58.000Z")]
    [TestCase("2012-10-10T02:10:58.1780000+00:00", "2012-10-10T02:10:58.178Z")]
    [TestCase("2012-10-10T02:10:58.1780001+00:00", "2012-10-10T02:10:58.1780001Z")]
    [TestCase("0001-01-01T00:00:00.0000000+00:00", "0001-01-01T00:00:00.000Z")]
    [TestCase("9999-12-31T23:59:59.9999999+00:00", "9999-12-31T23:59:59.9999999Z")]
    [TestCase("2012-02-29T23:59:59.0050000-05:30", "2012-02-29T23:59:59.005-05:30")]
    [TestCase("2012-02-29T23:59:59.0500000+14:00", "2012-02-29T23:59:59.050+14:00")]
    [TestCase("2012-02-29T23:59:59.0000000-00:01", "2012-02-29T23:59:59.000-00:01")]
    public void Format_Time_HasMillisecondsOrAllDigitsAndItsZone(string time, string expected)
    {
        Assert.That(WireTime.Format(DateTimeOffset.ParseExact(time, "O", CultureInfo.InvariantCulture)), Is.EqualTo(expected));
    }

    [Test]
    public void Format_AnyTime_CanBeReadAgain()
    {
        Prop.ForAll<DateTime, int>((clock, minutes) =>
        {
            var offset = TimeSpan.FromMinutes(minutes % 840);
            var within = Math.Clamp(clock.Ticks, TimeSpan.FromDays(1).Ticks, DateTime.MaxValue.Ticks - TimeSpan.FromDays(1).Ticks);
            var time = new DateTimeOffset(within, offset);
            return WireTime.TryParse(WireTime.Format(time), out var read) && read.EqualsExact(time);
        }).QuickCheckThrowOnFailure();
    }
}
