namespace GoogleCheckout;

/// <summary>A part of the world that a tax rule or shipping method is for.</summary>
public abstract record Area
{
    private protected Area()
    {
    }

    /// <summary>
    /// Whether an address lies in the area, by its country, state and postal code as far as the area asks for them. Case
    /// and spaces around or within them do not matter; an address that lacks what the area asks for does not lie in it.
    /// </summary>
    /// <exception cref="ArgumentNullException"><paramref name="address"/> is null.</exception>
    public bool Contains(Address address) => Contains(new Place(address ?? throw new ArgumentNullException(nameof(address))));

    internal abstract bool Contains(Place place);
}
