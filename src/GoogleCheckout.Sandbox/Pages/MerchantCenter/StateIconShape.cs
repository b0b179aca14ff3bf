namespace GoogleCheckout.Sandbox.Pages.MerchantCenter;

/// <summary>The shape of a picture in the inbox: a circle for charges, a box for shipments.</summary>
internal enum StateIconShape
{
    /// <summary>A clock.</summary>
    Waiting,

    /// <summary>An empty circle.</summary>
    Empty,

    /// <summary>A circle whose left half is filled.</summary>
    Half,

    /// <summary>A filled circle with a check mark.</summary>
    Full,

    /// <summary>A triangle with an exclamation mark.</summary>
    Alert,

    /// <summary>A circle with a cross.</summary>
    Crossed,

    /// <summary>A box with a clock's hands.</summary>
    WaitingBox,

    /// <summary>An empty box.</summary>
    EmptyBox,

    /// <summary>A box whose left half is filled.</summary>
    HalfBox,

    /// <summary>A filled box with a check mark.</summary>
    FullBox,

    /// <summary>A box with a cross.</summary>
    CrossedBox,
}
