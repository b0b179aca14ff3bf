namespace GoogleCheckout;

/// <summary>A part of the world to which a tax rule or shipping method applies.</summary>
public abstract record Area
{
    private protected Area()
    {
    }

    /// <summary>The whole world.</summary>
    public static Area World => new WorldArea();

    /// <summary>Creates an area that is the United States, or a part of it.</summary>
    /// <param name="part">The part of the United States.</param>
    /// <returns>The area.</returns>
    public static Area UnitedStates(USAreas part = USAreas.All) => new USCountryArea { CountryArea = part };

    /// <summary>Creates an area that is one state of the United States.</summary>
    /// <param name="state">The code of the state, two upper-case letters: <c>CA</c>.</param>
    /// <returns>The area.</returns>
    public static Area USState(string state) => new USStateArea { State = state };

    /// <summary>Creates an area of ZIP codes of the United States.</summary>
    /// <param name="zipPattern">Five digits, or up to four digits and an asterisk: <c>94043</c>, <c>940*</c>.</param>
    /// <returns>The area.</returns>
    public static Area USZip(string zipPattern) => new USZipArea { ZipPattern = zipPattern };

    /// <summary>Creates an area that is a country, or the postal codes of a country that match a pattern.</summary>
    /// <param name="countryCode">The two-letter ISO 3166-1 code of the country: <c>GB</c>.</param>
    /// <param name="postalCodePattern">A postal code, or the beginning of one and an asterisk: <c>SW*</c>, <c>M1 *</c>. Null for the whole country.</param>
    /// <returns>The area.</returns>
    public static Area Country(string countryCode, string? postalCodePattern = null) => new PostalArea { CountryCode = countryCode, PostalCodePattern = postalCodePattern };

    /// <summary>
    /// Returns whether an address is in the area. Compares the country, state and postal code that the area specifies, and ignores
    /// case and spaces, except a space in a <see cref="PostalArea.PostalCodePattern"/>. An address without a part that the area specifies is not in the area.
    /// </summary>
    /// <param name="address">The address.</param>
    /// <returns>True if the address is in the area.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="address"/> is null.</exception>
    public bool Contains(Address address) => Covers(new NormalizedAddress(address ?? throw new ArgumentNullException(nameof(address))));

    internal abstract bool Covers(NormalizedAddress address);
}
