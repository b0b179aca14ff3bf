namespace GoogleCheckout.Orders;

/// <summary>What the bank said about the card's security code, the card verification number (CVN).</summary>
public enum CvnMatch
{
    /// <summary>No answer, or a letter the protocol does not have; some messages had <c>Y</c>.</summary>
    Unknown = 0,

    /// <summary>The code is right: <c>M</c>.</summary>
    Match,

    /// <summary>The code is wrong: <c>N</c>.</summary>
    NoMatch,

    /// <summary>The code was not checked: <c>U</c>.</summary>
    NotAvailable,

    /// <summary>The check failed: <c>E</c>.</summary>
    Error,
}
