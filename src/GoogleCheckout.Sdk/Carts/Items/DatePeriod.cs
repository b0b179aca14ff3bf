namespace GoogleCheckout.Carts;

/// <summary>The interval between the payments of a subscription. Schema type <c>DatePeriod</c>.</summary>
public enum DatePeriod
{
    /// <summary>A value that the schema does not define.</summary>
    Unknown = 0,

    /// <summary>Every day.</summary>
    Daily,

    /// <summary>Every week.</summary>
    Weekly,

    /// <summary>Twice a month.</summary>
    SemiMonthly,

    /// <summary>Every month.</summary>
    Monthly,

    /// <summary>Every second month.</summary>
    EveryTwoMonths,

    /// <summary>Every third month.</summary>
    Quarterly,

    /// <summary>Every year.</summary>
    Yearly,
}
