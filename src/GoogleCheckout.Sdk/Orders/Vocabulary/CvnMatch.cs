namespace GoogleCheckout.Orders;

/// <summary>The bank's result of the check of the card's security code, the card verification number (CVN).</summary>
public enum CvnMatch
{
    /// <summary>No response, or a letter that the protocol does not define. Some real messages contain <c>Y</c>.</summary>
    Unknown = 0,

    /// <summary>The code matches: <c>M</c>.</summary>
    Match,

    /// <summary>The code does not match: <c>N</c>.</summary>
    NoMatch,

    /// <summary>The code was not checked: <c>U</c>.</summary>
    NotAvailable,

    /// <summary>The check failed: <c>E</c>.</summary>
    Error,
}
