namespace GoogleCheckout.Carts;

/// <summary>How often a subscription is paid. Schema type <c>DatePeriod</c>.</summary>
public enum DatePeriod
{
    /// <summary>A word the schema does not have.</summary>
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
