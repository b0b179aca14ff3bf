namespace GoogleCheckout;

/// <summary>A part of the world that a tax rule or shipping method is for.</summary>
public abstract record Area
{
    private protected Area()
    {
    }
}
