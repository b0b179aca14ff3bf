namespace GoogleCheckout.Sandbox.Pages;

/// <summary>The direction of time in a <see cref="LifePicture"/>, and the lanes beside each other, in its own units. A lane has its start and its size.</summary>
internal sealed record LifeLayout
{
    /// <summary>Time runs down: it fits on narrow screens with any number of events.</summary>
    public static readonly LifeLayout Down = new()
    {
        IsDown = true,
        Start = 24,
        Step = 40,
        End = 8,
        Breadth = 340,
        Times = (0, 56),
        Payment = (60, 120),
        Delivery = (184, 104),
        Money = (294, 40),
    };

    /// <summary>Time runs to the right: a picture that is as wide as the page.</summary>
    public static readonly LifeLayout Right = new()
    {
        Start = 76,
        Step = 140,
        End = 12,
        Breadth = 208,
        Times = (172, 36),
        Payment = (8, 26),
        Delivery = (42, 26),
        Money = (90, 82),
    };

    public bool IsDown { get; private init; }

    /// <summary>The place of the first event.</summary>
    public required int Start { get; init; }

    /// <summary>The distance of two events.</summary>
    public required int Step { get; init; }

    /// <summary>The margin after the last event.</summary>
    public required int End { get; init; }

    /// <summary>The size across the direction of time.</summary>
    public required int Breadth { get; init; }

    /// <summary>The lane of the times.</summary>
    public required (int Start, int Size) Times { get; init; }

    /// <summary>The lane of the payment.</summary>
    public required (int Start, int Size) Payment { get; init; }

    /// <summary>The lane of the delivery.</summary>
    public required (int Start, int Size) Delivery { get; init; }

    /// <summary>The lane of the money.</summary>
    public required (int Start, int Size) Money { get; init; }

    /// <summary>Returns the place in the picture.</summary>
    /// <param name="time">The place in the direction of time.</param>
    /// <param name="across">The place across it.</param>
    public (int X, int Y) Place(int time, int across) => IsDown ? (across, time) : (time, across);

    /// <summary>Returns the place of an amount in the lane of the money: no money is at its edge, the most at the other.</summary>
    /// <param name="amount">The amount.</param>
    /// <param name="most">The greatest amount.</param>
    public int PlaceAmount(decimal amount, decimal most)
    {
        var height = most == 0 ? 0 : (int)(Money.Size * amount / most);
        return IsDown ? Money.Start + height : Money.Start + Money.Size - height;
    }
}
