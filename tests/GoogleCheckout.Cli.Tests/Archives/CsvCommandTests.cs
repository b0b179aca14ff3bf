using System.IO.Compression;
using System.Text;
using NUnit.Framework;

namespace GoogleCheckout.Cli.Archives;

/// <summary>The tables: their headings, sums, times and cells.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class CsvCommandTests : IDisposable
{
    private readonly ArchiveTool _tool = new();

    public void Dispose() => _tool.Dispose();

    [Test]
    public async Task Csv_ResendsRefundsAndFees_CountsEachNotificationOnce()
    {
        var log = _tool.Write(
            "notifications.log",
            "2012-01-02 10:00:01 POST from service",
            SampleNotifications.NewOrder("n-1", "100", "100.00", "2012-01-02T10:00:00Z"),
            SampleNotifications.Charge("c-1", "100", "60.00", "60.00", "2012-01-03T10:00:00Z", fee: "1.40"),
            SampleNotifications.Charge("c-1", "100", "60.00", "60.00", "2012-01-03T10:00:00Z", fee: "1.40"),
            "-- answered 500",
            SampleNotifications.Charge("c-2", "100", "40.00", "100.00", "2012-01-04T10:00:00Z", fee: "1.00"),
            SampleNotifications.Refund("r-1", "100", "10.00", "10.00", "2012-01-05T10:00:00Z", feeRefund: "0.20"),
            SampleNotifications.Chargeback("b-1", "100", "25.50", "25.50", "2012-02-05T10:00:00Z", fee: "10.00"),
            SampleNotifications.StateChange("s-1", "100", "CHARGED", "2012-01-04T10:00:00Z"));

        var code = await _tool.RunAsync("csv", "--out", _tool.PathOf("books"), log);

        Assert.That(code, Is.Zero);
        Assert.That(_tool.Output, Does.StartWith("6 notifications, 1 duplicate and 0 faults in 1 file."));
        Assert.That(_tool.ReadLines("books/orders.csv"), Is.EqualTo(new[]
        {
            "google_order_number,merchant_order_number,purchase_date,last_notification_date,buyer_id,buyer_name,buyer_email,buyer_country,financial_order_state,fulfillment_order_state,order_total,charged,refunded,charged_back,fees,balance,currency",
            "100,,2012-01-02T10:00:00Z,2012-02-05T10:00:00Z,419797746651146,Ada Buyer,ada@example.com,US,CHARGED,NEW,100.00,100.00,10.00,25.50,12.20,64.50,USD",
        }));
        Assert.That(_tool.ReadLines("books/transactions.csv"), Is.EqualTo(new[]
        {
            "timestamp,google_order_number,type,amount,currency,balance,serial_number",
            "2012-01-03T10:00:00Z,100,charge,60.00,USD,60.00,c-1",
            "2012-01-04T10:00:00Z,100,charge,40.00,USD,100.00,c-2",
            "2012-01-05T10:00:00Z,100,refund,-10.00,USD,90.00,r-1",
            "2012-02-05T10:00:00Z,100,chargeback,-25.50,USD,64.50,b-1",
        }));
        Assert.That(_tool.ReadLines("books/items.csv"), Is.EqualTo(new[]
        {
            "google_order_number,merchant_item_id,item_name,item_description,quantity,unit_price,currency",
            "100,SKU-1,Book,A description,1,100.00,USD",
        }));
        Assert.That(_tool.ReadLines("books/faults.csv"), Is.EqualTo(new[] { "file,line,column,offset,reason" }));
    }

    [Test]
    public async Task Csv_NotificationsInAnyOrderAndInSeveralFiles_OrdersThemByTime()
    {
        var first = _tool.Write("b.log", SampleNotifications.Refund("r-1", "100", "5.00", "5.00", "2012-01-05T10:00:00Z"), SampleNotifications.Charge("c-9", "200", "7.00", "7.00", "2012-01-04T10:00:00Z"));
        var second = _tool.Write("a.log", SampleNotifications.Charge("c-1", "100", "20.00", "20.00", "2012-01-03T10:00:00Z"), SampleNotifications.Charge("c-9", "200", "7.00", "7.00", "2012-01-04T10:00:00Z"));

        await _tool.RunAsync("csv", "--out", _tool.PathOf("books"), first, second);

        Assert.That(_tool.ReadLines("books/transactions.csv").Skip(1), Is.EqualTo(new[]
        {
            "2012-01-03T10:00:00Z,100,charge,20.00,USD,20.00,c-1",
            "2012-01-04T10:00:00Z,200,charge,7.00,USD,7.00,c-9",
            "2012-01-05T10:00:00Z,100,refund,-5.00,USD,15.00,r-1",
        }));
    }

    [Test]
    public async Task Csv_ChargeIsMissing_UsesTheTotalAndSaysSo()
    {
        var log = _tool.Write("a.log", SampleNotifications.Charge("c-2", "100", "40.00", "100.00", "2012-01-04T10:00:00Z"));

        await _tool.RunAsync("csv", "--out", _tool.PathOf("books"), log);

        Assert.That(_tool.ReadLines("books/orders.csv")[1], Is.EqualTo("100,,,2012-01-04T10:00:00Z,,,,,,,,100.00,0.00,0.00,,100.00,USD"));
        Assert.That(_tool.Output, Does.Contain("The amounts of 1 order do not add up"));
    }

    [Test]
    public async Task Csv_AmountInAnotherCurrency_IsATransactionButNotInTheSums()
    {
        var log = _tool.Write(
            "a.log",
            SampleNotifications.NewOrder("n-1", "100", "20.00", "2012-01-02T10:00:00Z"),
            SampleNotifications.Charge("c-1", "100", "20.00", "20.00", "2012-01-03T10:00:00Z"),
            SampleNotifications.Charge("c-2", "100", "9.00", "29.00", "2012-01-04T10:00:00Z", currency: "EUR"),
            SampleNotifications.Charge("c-3", "300", "1500", "1500", "2012-01-05T10:00:00Z", currency: "JPY"));

        await _tool.RunAsync("csv", "--out", _tool.PathOf("books"), log);

        Assert.That(_tool.ReadLines("books/transactions.csv")[2], Is.EqualTo("2012-01-04T10:00:00Z,100,charge,9.00,EUR,,c-2"));
        Assert.That(_tool.ReadLines("books/orders.csv")[1], Does.EndWith(",20.00,20.00,0.00,0.00,,20.00,USD"));
        Assert.That(_tool.ReadLines("books/orders.csv")[2], Does.EndWith(",1500,0,0,,1500,JPY"));
    }

    [Test]
    public async Task Csv_HugeAmounts_AreNotAdded()
    {
        var huge = new string('9', 28);
        var log = _tool.Write("a.log", [.. Enumerable.Range(1, 20).Select(number => SampleNotifications.Charge($"c-{number}", "100", huge, huge, "2012-01-04T10:00:00Z"))]);

        var code = await _tool.RunAsync("csv", "--out", _tool.PathOf("books"), log);

        Assert.That(code, Is.Zero);
        Assert.That(_tool.ReadLines("books/orders.csv")[1], Does.EndWith(",,0.00,0.00,0.00,,0.00,USD"));
    }

    [TestCase("=HYPERLINK(1)")]
    [TestCase("+1")]
    [TestCase("-1")]
    [TestCase("@SUM(A1)")]
    public async Task Csv_TextIsAFormula_IsTextForASpreadsheet(string name)
    {
        var log = _tool.Write("a.log", SampleNotifications.NewOrder("n-1", "100", "20.00", "2012-01-02T10:00:00Z", itemName: name));

        await _tool.RunAsync("csv", "--out", _tool.PathOf("books"), log);

        Assert.That(_tool.ReadLines("books/items.csv")[1], Is.EqualTo($"100,SKU-1,\"'{name}\",A description,1,20.00,USD"));
    }

    [TestCase("America/New_York")]
    [TestCase("Eastern Standard Time")]
    public async Task Csv_TimeZone_TimesHaveItsDifference(string zone)
    {
        var log = _tool.Write("a.log", SampleNotifications.Charge("c-1", "100", "1.00", "1.00", "2012-01-01T02:00:00.500Z"), SampleNotifications.Charge("c-2", "100", "1.00", "2.00", "2012-07-01T02:00:00Z"));

        await _tool.RunAsync("csv", "--out", _tool.PathOf("books"), "--time-zone", zone, log);

        Assert.That(_tool.ReadLines("books/transactions.csv").Skip(1).Select(line => line.Split(',')[0]), Is.EqualTo(new[] { "2011-12-31T21:00:00.5-05:00", "2012-06-30T22:00:00-04:00" }));
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task Csv_ByteOrderMark_IsWrittenOnWish(bool isWished)
    {
        var log = _tool.Write("a.log", SampleNotifications.NewOrder("n-1", "100", "20.00", "2012-01-02T10:00:00Z", itemName: "Käse"));
        string[] options = isWished ? ["--bom"] : [];

        await _tool.RunAsync(["csv", "--out", _tool.PathOf("books"), .. options, log]);

        var bytes = await File.ReadAllBytesAsync(_tool.PathOf("books/items.csv"));
        Assert.That(bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble), Is.EqualTo(isWished));
        Assert.That(Encoding.UTF8.GetString(bytes), Does.Contain("Käse"));
    }

    [Test]
    public async Task Csv_Faults_HaveTheirPlaceAndReturnOne()
    {
        const string Bad = "<charge-amount-notification xmlns=\"http://checkout.google.com/schema/2\" serial-number=\"2\"><google-order-number>100</google-order-number>\n<timestamp>yesterday</timestamp></charge-amount-notification>";
        var log = _tool.Write("logs/a.log", "first line", Bad, SampleNotifications.Charge("c-1", "100", "1.00", "1.00", "2012-01-01T02:00:00Z"));

        var code = await _tool.RunAsync("csv", "--out", _tool.PathOf("books"), _tool.PathOf("logs"));

        Assert.That(code, Is.EqualTo(1));
        Assert.That(_tool.ReadLines("books/faults.csv")[1], Does.StartWith($"{log},3,2,11,").And.Contain("/charge-amount-notification/timestamp must be a date and time"));
        Assert.That(_tool.ReadLines("books/transactions.csv"), Has.Count.EqualTo(2));
    }

    [Test]
    public async Task Csv_DamagedCompressedFile_ReadsTheOthersAndReturnsTwo()
    {
        var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(Encoding.UTF8.GetBytes(SampleNotifications.Charge("c-1", "100", "1.00", "1.00", "2012-01-01T02:00:00Z")));
        }

        _tool.Write("logs/a.log.gz", packed.ToArray());
        _tool.Write("logs/b.log.gz", packed.ToArray()[..30]);
        _tool.Write("logs/c.log", SampleNotifications.Charge("c-2", "100", "1.00", "2.00", "2012-01-02T02:00:00Z"));

        var code = await _tool.RunAsync("csv", "--out", _tool.PathOf("books"), _tool.PathOf("logs"));

        Assert.That(code, Is.EqualTo(2));
        Assert.That(_tool.ReadLines("books/transactions.csv"), Has.Count.EqualTo(3));
        Assert.That(_tool.ReadLines("books/faults.csv")[1], Does.StartWith($"{_tool.PathOf("logs/b.log.gz")},,,,"));
    }

    [Test]
    public async Task Csv_PathDoesNotExist_WritesNothingAndReturnsTwo()
    {
        var code = await _tool.RunAsync("csv", "--out", _tool.PathOf("books"), _tool.PathOf("nowhere.log"));

        Assert.That(code, Is.EqualTo(2));
        Assert.That(_tool.Error, Does.StartWith($"{_tool.PathOf("nowhere.log")} does not exist."));
        Assert.That(_tool.Files(), Is.Empty);
    }

    [Test]
    public async Task Csv_FolderCannotBeWritten_NamesItAndReturnsTwo()
    {
        var log = _tool.Write("a.log", "nothing");

        var code = await _tool.RunAsync("csv", "--out", log, log);

        Assert.That(code, Is.EqualTo(2));
        Assert.That(_tool.Error, Does.StartWith($"--out cannot be written to {log}: "));
    }

    [TestCase("--time-zone requires", "csv", "--time-zone")]
    [TestCase("--time-zone Mars/Olympus is not a time zone", "csv", "--out", "books", "--time-zone", "Mars/Olympus", ".")]
    public async Task Csv_InvalidOption_NamesItAndReturnsTwo(string message, params string[] args)
    {
        Assert.That(await _tool.RunAsync(args), Is.EqualTo(2));
        Assert.That(_tool.Error, message.EndsWith("requires", StringComparison.Ordinal) ? Does.Contain("--time-zone") : Does.StartWith(message));
    }

    [Test]
    public async Task Csv_IsStopped_LeavesThePreviousFiles()
    {
        var log = _tool.Write("a.log", SampleNotifications.Charge("c-1", "100", "1.00", "1.00", "2012-01-01T02:00:00Z"));
        _tool.Write("books/orders.csv", "previous");

        var code = await _tool.RunAsync(new CancellationToken(canceled: true), "csv", "--out", _tool.PathOf("books"), log);

        Assert.That(code, Is.EqualTo(130));
        Assert.That(_tool.Files(), Is.EqualTo(new[] { "a.log", "orders.csv" }));
        Assert.That(_tool.ReadLines("books/orders.csv"), Is.EqualTo(new[] { "previous" }));
    }
}
