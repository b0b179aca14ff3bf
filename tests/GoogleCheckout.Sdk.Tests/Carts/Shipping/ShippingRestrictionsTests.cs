using NUnit.Framework;
using static GoogleCheckout.Carts.FixtureCarts;

namespace GoogleCheckout.Carts;

/// <summary>Tests the shipping restrictions of cart.md, section 4, of the protocol notes.</summary>
public class ShippingRestrictionsTests
{
    [TestCase("CA", true)]
    [TestCase("NV", true)]
    [TestCase("TX", false, TestName = "Allows, in no allowed area")]
    [TestCase("HI", false, TestName = "Allows, allowed and excluded")]
    public void Allows_AllowedArea_ReturnsTrueUnlessExcluded(string state, bool expected)
    {
        var restrictions = new ShippingRestrictions { AllowedAreas = [State("CA"), State("NV"), State("HI")], ExcludedAreas = [State("HI")] };

        Assert.That(restrictions.Allows(California with { Region = state }), Is.EqualTo(expected));
    }

    [Test]
    public void Allows_WorldExceptSomeAreas_ReturnsTrueElsewhere()
    {
        var restrictions = new ShippingRestrictions { AllowedAreas = [new WorldArea()], ExcludedAreas = [new PostalArea { CountryCode = "GB" }] };

        Assert.That(restrictions.Allows(California), Is.True);
        Assert.That(restrictions.Allows(London), Is.False);
    }

    [Test]
    public void Allows_NoAllowedAreas_ReturnsFalse()
    {
        Assert.That(new ShippingRestrictions().Allows(California), Is.False);
    }

    [TestCase("P.O. Box 12")]
    [TestCase("PO Box 12")]
    [TestCase("po box 12")]
    [TestCase("P O Box 12")]
    [TestCase("P. O. BOX #12")]
    [TestCase("PO-Box", false)]
    [TestCase("POBox 12")]
    [TestCase("PO BOX12")]
    [TestCase("Post Office Box 12")]
    [TestCase("post  office box")]
    [TestCase("POB 7")]
    [TestCase("P.O.B. 7")]
    [TestCase("Tea Ltd., PO Box 7")]
    [TestCase("POB", false)]
    [TestCase("12 Poboxville Road", false)]
    [TestCase("1 PO Boxwood Lane", false)]
    [TestCase("7 Pobler Street", false)]
    [TestCase("RR 2 Box 152", false)]
    [TestCase("PSC 3 APO Box 7", false)]
    [TestCase("12 Post Office Road", false)]
    [TestCase("The Depot, Box 9", false)]
    [TestCase("", false)]
    [TestCase(null, false)]
    public void Allows_PostOfficeBox_DependsOnAllowUsPoBox(string? line, bool isBox = true)
    {
        var everywhere = new ShippingRestrictions { AllowedAreas = [new WorldArea()] };
        var noBoxes = everywhere with { AllowUsPoBox = false };

        foreach (var address in new[] { California with { Address1 = line }, California with { Address2 = line } })
        {
            Assert.That(noBoxes.Allows(address), Is.EqualTo(!isBox));
            Assert.That(everywhere.Allows(address), Is.True);
            Assert.That((everywhere with { AllowUsPoBox = true }).Allows(address), Is.True);
        }
    }

    [Test]
    public void Allows_PostOfficeBoxOutsideTheUnitedStates_ReturnsTrue()
    {
        var noBoxes = new ShippingRestrictions { AllowedAreas = [new WorldArea()], AllowUsPoBox = false };

        Assert.That(noBoxes.Allows(London with { Address1 = "PO Box 12" }), Is.True);
        Assert.That(noBoxes.Allows(new Address { Address1 = "PO Box 12", CountryCode = "PR" }), Is.False);
    }

    [Test]
    public void Allows_VeryLongLine_ReturnsImmediately()
    {
        var noBoxes = new ShippingRestrictions { AllowedAreas = [new WorldArea()], AllowUsPoBox = false };
        var line = "POB" + new string(' ', 200_000) + "P O" + new string(' ', 200_000) + "#";

        Assert.That(noBoxes.Allows(California with { Address1 = line }), Is.True);
    }
}
