using NUnit.Framework;

namespace GoogleCheckout.Carts;

/// <summary>Validates the carts of real clients.</summary>
public class CorpusCartTests
{
    /// <summary>The carts that the schema or a rule rejects, and the reason.</summary>
    private static readonly Dictionary<string, string> Refused = new()
    {
        ["checkout-shopping-cart/java-old0.8.5-ItemTest.xml"] = "cannot be read: its item has private data only",
        ["checkout-shopping-cart/java-old0.8.9-ItemTest.xml"] = "cannot be read: its item has private data only",
        ["checkout-shopping-cart/java-old0.8.9-ccs-1.xml"] = "/checkout-shopping-cart/checkout-flow-support/merchant-checkout-flow-support/merchant-calculations is missing: the tax tables are merchant-calculated",
    };

    [Test]
    public void Validate_CartsOfTheCorpus_RejectsOnlyThoseListed()
    {
        SharedFolder.Require();
        var carts = SharedFolder.CorpusDocuments().Concat(SharedFolder.WireDocuments()).Select(path => (Path: path, Fault: GetError(path))).Where(cart => cart.Fault is not null).ToList();

        Assert.Multiple(() =>
        {
            Assert.That(carts, Has.Count.GreaterThanOrEqualTo(10));
            Assert.That(carts.Where(cart => cart.Fault!.Length > 0).ToDictionary(cart => cart.Path, cart => cart.Fault), Is.EquivalentTo(Refused));
        });
    }

    /// <summary>Returns the error of the cart; empty if there is none, and null if the document is not a cart.</summary>
    private static string? GetError(string path)
    {
        try
        {
            return CheckoutXml.Parse(SharedFolder.CorpusDocument(path)) is CheckoutShoppingCart cart ? string.Join('\n', cart.Validate()) : null;
        }
        catch (CheckoutXmlException e)
        {
            return e.Path?.StartsWith("/checkout-shopping-cart/shopping-cart/items/item", StringComparison.Ordinal) == true ? "cannot be read: its item has private data only" : null;
        }
    }
}
