namespace GoogleCheckout;

/// <summary>A part of the world that a tax rule or shipping method is for.</summary>
public abstract record Area
{
    private protected Area()
    {
    }

    /// <summary>Everywhere.</summary>
    public static Area World => new WorldArea();

    /// <summary>The United States, or a part of them.</summary>
    /// <param name="part">Which part.</param>
    public static Area UnitedStates(USAreas part = USAreas.All) => new USCountryArea { CountryArea = part };

    /// <summary>A state of the United States.</summary>
    /// <param name="state">Its two upper-case letters: <c>CA</c>.</param>
    public static Area USState(string state) => new USStateArea { State = state };

    /// <summary>ZIP codes of the United States.</summary>
    /// <param name="zipPattern">Five digits, or up to four and an asterisk: <c>94043</c>, <c>940*</c>.</param>
    public static Area USZip(string zipPattern) => new USZipArea { ZipPattern = zipPattern };

    /// <summary>A country, or the postal codes in it that match a pattern.</summary>
    /// <param name="countryCode">The ISO 3166-1 code of the country, two letters: <c>GB</c>.</param>
    /// <param name="postalCodePattern">A postal code, or the beginning of one and an asterisk: <c>SW*</c>. Null for the whole country.</param>
    public static Area Country(string countryCode, string? postalCodePattern = null) => new PostalArea { CountryCode = countryCode, PostalCodePattern = postalCodePattern };

    /// <summary>
    /// Whether an address lies in the area, by its country, state and postal code as far as the area asks for them. Case
    /// and spaces around or within them do not matter; an address that lacks what the area asks for does not lie in it.
    /// </summary>
    /// <exception cref="ArgumentNullException"><paramref name="address"/> is null.</exception>
    public bool Contains(Address address) => Covers(new NormalizedAddress(address ?? throw new ArgumentNullException(nameof(address))));

    internal abstract bool Covers(NormalizedAddress place);
}
