using NUnit.Framework;

namespace GoogleCheckout;

/// <summary>Tests which addresses are in an area.</summary>
public class AreaTests
{
    [TestCase("CA", "US", "CA", true)]
    [TestCase("CA", "us", " ca ", true)]
    [TestCase("ca", "US", "CA", true)]
    [TestCase("CA", "US", "NV", false)]
    [TestCase("CA", "US", null, false)]
    [TestCase("CA", "MX", "CA", false, TestName = "USStateArea, a region of that name elsewhere")]
    [TestCase("CA", null, "CA", false)]
    [TestCase("PR", "PR", null, true, TestName = "USStateArea, a territory that is written as a country")]
    [TestCase("PR", "US", "PR", true)]
    [TestCase("AE", "US", "AE", true, TestName = "USStateArea, the armed forces")]
    public void Contains_State_ComparesCountryAndRegion(string state, string? country, string? region, bool expected)
    {
        var address = new Address { CountryCode = country, Region = region };

        Assert.That(new USStateArea { State = state }.Contains(address), Is.EqualTo(expected));
    }

    [TestCase("94043", "94043", true)]
    [TestCase("94043", "94043-1234", true)]
    [TestCase("94043", "94043 1234", true)]
    [TestCase("94043", "940431234", true)]
    [TestCase("94043", " 94043 ", true)]
    [TestCase("94043", "94044", false)]
    [TestCase("940*", "94043", true)]
    [TestCase("940*", "94043-1234", true)]
    [TestCase("940*", "94143", false)]
    [TestCase("9404*", "94049", true)]
    [TestCase("*", "00501", true)]
    [TestCase("*", "", false, TestName = "USZipArea, any code except an empty one")]
    [TestCase("940*", null, false)]
    [TestCase("94*43", "94043", false, TestName = "USZipArea, an asterisk that is not at the end")]
    [TestCase("940**", "94043", false, TestName = "USZipArea, two asterisks")]
    [TestCase("", "94043", false)]
    public void Contains_ZipCode_ComparesTheFirstFiveDigits(string pattern, string? code, bool expected)
    {
        var address = new Address { CountryCode = "US", PostalCode = code };

        Assert.That(new USZipArea { ZipPattern = pattern }.Contains(address), Is.EqualTo(expected));
    }

    [Test]
    public void Contains_ZipCodeOutsideTheUnitedStates_ReturnsFalse()
    {
        var area = new USZipArea { ZipPattern = "00*" };

        Assert.That(area.Contains(new Address { CountryCode = "PR", PostalCode = "00901" }), Is.True);
        Assert.That(area.Contains(new Address { CountryCode = "IT", PostalCode = "00118" }), Is.False);
    }

    [TestCase("US", "CA", true, true, true)]
    [TestCase("us", "wy", true, true, true)]
    [TestCase("US", "DC", true, true, true)]
    [TestCase("US", "AK", false, true, true)]
    [TestCase("US", "HI", false, true, true)]
    [TestCase("US", "PR", false, false, true)]
    [TestCase("US", "GU", false, false, true)]
    [TestCase("US", "AA", false, false, true)]
    [TestCase("US", "AE", false, false, true)]
    [TestCase("US", "AP", false, false, true)]
    [TestCase("US", null, false, false, true)]
    [TestCase("PR", null, false, false, true)]
    [TestCase("VI", null, false, false, true)]
    [TestCase("GU", "CA", false, false, true)]
    [TestCase("GB", "CA", false, false, false)]
    [TestCase("CA", "AL", false, false, false)]
    [TestCase(null, "CA", false, false, false)]
    public void Contains_PartOfTheUnitedStates_ComparesTheState(string? country, string? region, bool continental, bool states, bool all)
    {
        var address = new Address { CountryCode = country, Region = region };

        bool[] contained = [.. new[] { USAreas.Continental48, USAreas.Full50States, USAreas.All }
            .Select(part => new USCountryArea { CountryArea = part }.Contains(address))];

        Assert.That(contained, Is.EqualTo(new[] { continental, states, all }));
    }

    [Test]
    public void Contains_AllRegions_IncludesFiftyStatesAndTheCapital()
    {
        var letters = Enumerable.Range('A', 26).Select(letter => (char)letter).ToList();
        var regions = from first in letters
                      from second in letters
                      select new Address { CountryCode = "US", Region = $"{first}{second}" };

        Assert.That(regions.Count(new USCountryArea { CountryArea = USAreas.Full50States }.Contains), Is.EqualTo(51));
        Assert.That(regions.Count(new USCountryArea { CountryArea = USAreas.Continental48 }.Contains), Is.EqualTo(49));
    }

    [Test]
    public void Contains_UnknownPart_ReturnsFalse()
    {
        Assert.That(new USCountryArea { CountryArea = USAreas.Unknown }.Contains(new Address { CountryCode = "US", Region = "CA" }), Is.False);
    }

    [TestCase("GB", null, "GB", null, true)]
    [TestCase("gb", null, "GB", "SW1A 1AA", true)]
    [TestCase("GB", "", "GB", "SW1A 1AA", true)]
    [TestCase("GB", null, "US", "SW1A 1AA", false)]
    [TestCase("GB", "SW*", "GB", "SW1A 1AA", true)]
    [TestCase("GB", "sw*", "gb", "sw1a1aa", true)]
    [TestCase("GB", "SW1A 1AA", "GB", "SW1A1AA", true)]
    [TestCase("GB", "SW1A1AA", "GB", "sw1a 1aa ", true)]
    [TestCase("GB", "SW1*", "GB", "SE1 2AB", false)]
    [TestCase("GB", "M1 *", "GB", "M11 1AA", false)]
    [TestCase("GB", "M1 *", "GB", "M1 1AA", true)]
    [TestCase("GB", "M1 *", "GB", "m11aa", true, TestName = "PostalArea, a space that the address does not have")]
    [TestCase("GB", "M1 *", "GB", "M111AA", false)]
    [TestCase("GB", "M1*", "GB", "M11 1AA", true)]
    [TestCase("GB", " m1  * ", "gb", "M1 1AA", true)]
    [TestCase("GB", "M1 *", "GB", "M1", true, TestName = "PostalArea, the first part of a postal code alone")]
    [TestCase("GB", "M1 *", "GB", "M11", false)]
    [TestCase("GB", "M1 1*", "GB", "M1 1AE", true)]
    [TestCase("GB", "M1 1*", "GB", "M1 2AE", false)]
    [TestCase("GB", "M1 1*", "GB", "M11 1AE", false)]
    [TestCase("GB", "SW1A 1A*", "GB", "sw1a1aa", true)]
    [TestCase("GB", "SW1 *", "GB", "SW1A 1AA", false)]
    [TestCase("GB", "M1 1AE", "GB", "M11AE", true)]
    [TestCase("GB", " SW* ", "GB", "SW1A 1AA", true, TestName = "PostalArea, spaces around the pattern")]
    [TestCase("JE", "JE2 *", "JE", "JE23AB", true)]
    [TestCase("CA", "K1A *", "CA", "K1A 0B1", true)]
    [TestCase("CA", "K1A *", "CA", "k1a0b1", true)]
    [TestCase("CA", "K1 *", "CA", "K1A 0B1", false)]
    [TestCase("NL", "1012 *", "NL", "1012 AB", true)]
    [TestCase("NL", "1012 *", "NL", "1012AB", true)]
    [TestCase("NL", "101 *", "NL", "1012 AB", false)]
    [TestCase("US", "940 *", "US", "94043", true, TestName = "PostalArea, ZIP codes have one part")]
    [TestCase("GB", "SW*", "GB", null, false)]
    [TestCase("US", "940*", "US", "94043-1234", true)]
    [TestCase("US", "94043", "US", "94043-1234", true)]
    [TestCase("US", null, "PR", "00901", false, TestName = "PostalArea, a territory is a separate country")]
    public void Contains_PostalArea_ComparesCountryAndPattern(string country, string? pattern, string addressCountry, string? code, bool expected)
    {
        var address = new Address { CountryCode = addressCountry, PostalCode = code };

        Assert.That(new PostalArea { CountryCode = country, PostalCodePattern = pattern }.Contains(address), Is.EqualTo(expected));
    }

    [Test]
    public void Contains_World_ReturnsTrue()
    {
        Assert.That(new WorldArea().Contains(new Address()), Is.True);
    }

    [Test]
    public void Contains_NullAddress_Throws()
    {
        Assert.That(() => new WorldArea().Contains(null!), Throws.ArgumentNullException);
    }
}
