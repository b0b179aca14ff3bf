using GoogleCheckout.Carts;
using GoogleCheckout.Orders;
using GoogleCheckout.Validation.Calculations;
using NUnit.Framework;

namespace GoogleCheckout.Xml;

/// <summary>All limits of texts count characters as the schema does: an emoji is one.</summary>
public class TextLengthTests
{
    private const string Emoji = "\U0001F375";

    [TestCase("", 0)]
    [TestCase("tea", 3)]
    [TestCase("茶é", 2)]
    [TestCase("a" + Emoji + Emoji, 3)]
    public void Count_Text_CountsCharacters(string text, int count) => Assert.That(TextLength.Count(text), Is.EqualTo(count));

    [TestCase(255, false)]
    [TestCase(256, true)]
    public void Limits_EmojiText_AreTheSameEverywhere(int length, bool isTooLong)
    {
        var text = string.Concat(Enumerable.Repeat(Emoji, length));
        var cart = ValidCarts.Plain.WithShipping(new Pickup { Name = text, Price = new Money(0, "USD") });
        var message = new SendBuyerMessageRequest { GoogleOrderNumber = "1", Message = text };

        Assert.Multiple(() =>
        {
            Assert.That(TextLength.Exceeds(text, 255), Is.EqualTo(isTooLong));
            Assert.That(cart.Validate(), Has.Count.EqualTo(isTooLong ? 1 : 0));
            Assert.That(() => CheckoutXml.ToBytes(cart), isTooLong ? Throws.ArgumentException : Throws.Nothing);
            Assert.That(CommandError.Find(message), isTooLong ? Is.Not.Null : Is.Null);
            Assert.That(CalculationConstraints.Cut(text), isTooLong ? Has.Length.EqualTo((252 * 2) + 3) : Is.EqualTo(text));
        });
    }

    [Test]
    public void Limits_OfOneElement_CountItsCharacters()
    {
        var item = new Item { ItemName = "Tea", ItemDescription = "100 g", UnitPrice = new Money(1, "USD"), Quantity = 1 };
        var content = new DigitalContent { Description = string.Concat(Enumerable.Repeat(Emoji, 1024)) };
        var cart = CheckoutShoppingCart.Create(item with { DigitalContent = content });

        Assert.That(cart.Validate(), Is.Empty);
        Assert.That(() => CheckoutXml.ToBytes(cart), Throws.Nothing);
    }

    [TestCase(0, 0)]
    [TestCase(2, 3)]
    [TestCase(3, 4)]
    [TestCase(9, 4)]
    public void GetIndex_AfterCharacters_DoesNotSplitOne(int count, int index) => Assert.That(TextLength.GetIndex("a" + Emoji + "b", count), Is.EqualTo(index));
}
