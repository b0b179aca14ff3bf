using System.Text;
using GoogleCheckout.Carts;
using NUnit.Framework;

namespace GoogleCheckout.Sandbox.Infrastructure;

/// <summary>The estimate by which the log and the carts are limited is of the right order.</summary>
[NonParallelizable]
public class MemorySizeTests
{
    [TestCase(1)]
    [TestCase(100)]
    [TestCase(2_000)]
    public void OfMessage_CartWithItems_IsNearTheMemoryThatItNeeds(int items)
    {
        var document = Encoding.UTF8.GetBytes(CheckoutShoppingCart.Create([.. Enumerable.Range(0, items).Select(number => SampleCarts.Books.ShoppingCart.Items[0] with { ItemName = $"Book {number}" })]).ToXmlString());
        var estimated = MemorySize.OfMessage(CheckoutXml.Parse(document.AsMemory()));

        // What earlier tests have left can be freed during a round, which then measures too little.
        var needed = Enumerable.Range(0, 3).Select(_ => Measure(document, Math.Max(1, 20_000 / items))).Order().ElementAt(1);
        TestContext.Out.WriteLine($"{items} items: {document.Length} bytes of XML, {needed:F0} bytes of memory, estimated {estimated}");

        Assert.That(estimated / needed, Is.InRange(0.5, 4));
    }

    private static double Measure(byte[] document, int count)
    {
        var carts = new CheckoutMessage[count];
        var before = GC.GetTotalMemory(forceFullCollection: true);
        for (var i = 0; i < count; i++)
        {
            carts[i] = CheckoutXml.Parse(document.AsMemory());
        }

        var needed = (double)(GC.GetTotalMemory(forceFullCollection: true) - before) / count;
        GC.KeepAlive(carts);
        return needed;
    }
}
