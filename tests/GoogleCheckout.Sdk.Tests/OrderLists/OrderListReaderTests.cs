using System.Text;
using GoogleCheckout.Orders;
using GoogleCheckout.Xml;
using NUnit.Framework;

namespace GoogleCheckout.Reports;

/// <summary>Reads saved order lists.</summary>
public class OrderListReaderTests
{
    private const string Heading = "Google Order Number,Merchant Order Number,Order Creation Date,Currency of Transaction,Order Amount,Amount Charged,Financial Status,Fulfillment Status\n";

    [Test]
    public void Read_ListOfTheApi_ReturnsItsRows()
    {
        var row = Read(Heading + "345850876342638,345850876342638,\"Dec 11, 2009 3:38:08 AM\",USD,1.49,1.49,CHARGED,DELIVERED\n").Single();

        Assert.That(row, Is.EqualTo(new OrderListRow
        {
            LineNumber = 2,
            Entry = new OrderListEntry
            {
                GoogleOrderNumber = "345850876342638",
                MerchantOrderNumber = "345850876342638",
                OrderCreationDate = new DateTime(2009, 12, 11, 3, 38, 8),
                OrderAmount = new Money(1.49m, "USD"),
                AmountCharged = new Money(1.49m, "USD"),
                FinancialStatus = FinancialOrderState.Charged,
                FulfillmentStatus = FulfillmentOrderState.Delivered,
            },
        }));
    }

    [TestCase("\"Dec 11, 2009 3:38:08 PM\"")]
    [TestCase("\"Dec 11, 2009 3:38:08\u202FPM\"")]
    [TestCase("\"Dec 11, 2009 15:38:08\"")]
    [TestCase("\"December 11, 2009 3:38:08 PM\"")]
    [TestCase("2009-12-11T15:38:08")]
    [TestCase("2009-12-11 15:38:08")]
    [TestCase("12/11/2009 15:38:08")]
    [TestCase("12/11/2009 3:38:08 PM")]
    public void Read_DateOfAnotherForm_IsTheSame(string date) =>
        Assert.That(Read($"Google Order Number,Order Creation Date\n1,{date}\n").Single().Entry!.OrderCreationDate, Is.EqualTo(new DateTime(2009, 12, 11, 15, 38, 8)));

    [TestCase("google-order-number,order-amount,currency_of_transaction")]
    [TestCase("\uFEFF GOOGLE ORDER NUMBER ,OrderAmount,Currency Of Transaction")]
    public void Read_HeadingOfAnotherForm_IsTheSameColumn(string heading) =>
        Assert.That(Read($"{heading}\n1,\"1,234.50\",GBP\n").Single().Entry!.OrderAmount, Is.EqualTo(new Money(1234.50m, "GBP")));

    [TestCase("1,USD", "a row has 2 fields for 3 columns")]
    [TestCase(",USD,1.00", "'Google Order Number' is empty")]
    [TestCase("1,USD,much", "'Order Amount' is not an amount")]
    [TestCase("3.45851E+14,USD,1.00", "a spreadsheet rounded it")]
    [TestCase("\"1,USD,1.00", "a quote is not closed")]
    public void Read_RowCannotBeRead_ReturnsItsLineAndTheOthers(string row, string error)
    {
        var rows = Read($"Google Order Number,Currency of Transaction,Order Amount\n10,USD,1\n\n{row}\n11,USD,1\n{row}\n12,USD,2\n");

        Assert.Multiple(() =>
        {
            Assert.That(rows.Select(each => (each.LineNumber, each.Entry?.GoogleOrderNumber)), Is.EqualTo(new[] { (2, "10"), (4, null), (5, "11"), (6, null), (7, "12") }));
            Assert.That(rows.Where(each => !each.IsRead).Select(each => each.Error), Is.All.Contains(error));
        });
    }

    [Test]
    public void Read_RowWithoutEnd_ReturnsTheRowsBehindIt()
    {
        var rows = Read($"Google Order Number\n{new string('1', 100_000)}\n12\n");

        Assert.That(rows.Select(row => (row.LineNumber, row.IsRead)), Is.EqualTo(new[] { (2, false), (3, true) }));
    }

    [TestCase("")]
    [TestCase("<html>\n<body>\n")]
    [TestCase("Order Amount\n1\n")]
    public void Read_NoOrderList_ReturnsOneError(string csv)
    {
        var row = Read(csv).Single();

        Assert.That((row.LineNumber, row.Error), Is.EqualTo((1, "there is no column 'Google Order Number'")));
    }

    [Test]
    public async Task ReadAsync_StreamWithoutSynchronousReads_ReturnsTheSame()
    {
        var csv = Encoding.UTF8.GetBytes(Heading + "1,2,,USD,x,1,CHARGED,NEW\n2,3,,USD,1,1,CHARGED,NEW\n");

        Assert.That(await OrderListReader.ReadAsync(new AsyncOnlyStream(new MemoryStream(csv))).ToListAsync(), Is.EqualTo(OrderListReader.Read(new MemoryStream(csv))));
    }

    [Test]
    public void Read_Null_ThrowsAtTheCall()
    {
        Assert.Multiple(() =>
        {
            Assert.That(() => { _ = OrderListReader.Read(null!); }, Throws.ArgumentNullException);
            Assert.That(() => { _ = OrderListReader.ReadAsync(null!); }, Throws.ArgumentNullException);
        });
    }

    // Each line begins a record of all lines that follow.
    [TestCase("\"1\n")]
    [TestCase("\"1,\n2\n")]
    public void Read_QuotesThatAreNotClosed_AllocatesTwiceAsMuchForTwiceTheLines(string lines) =>
        AllocationGrowth.Verify(
            "OrderListReader.Read", $"n times {lines.Replace("\n", "\\n", StringComparison.Ordinal)}", 40_000, 600,
            n => Encoding.UTF8.GetBytes("Google Order Number\n" + string.Concat(Enumerable.Repeat(lines, n))),
            csv => _ = OrderListReader.Read(new MemoryStream(csv)).Count());

    private static List<OrderListRow> Read(string csv) => [.. OrderListReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(csv)))];
}
