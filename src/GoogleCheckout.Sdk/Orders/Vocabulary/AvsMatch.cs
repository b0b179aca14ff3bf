namespace GoogleCheckout.Orders;

/// <summary>The bank's result of the billing address check: the address verification service (AVS).</summary>
public enum AvsMatch
{
    /// <summary>No response, or a letter that the protocol does not define.</summary>
    Unknown = 0,

    /// <summary>The street address and postal code match: <c>Y</c>.</summary>
    AddressAndPostalCode,

    /// <summary>Only the postal code matches: <c>P</c>.</summary>
    PostalCodeOnly,

    /// <summary>Only the street address matches: <c>A</c>.</summary>
    AddressOnly,

    /// <summary>Neither matches: <c>N</c>.</summary>
    Neither,

    /// <summary>The bank does not support address verification: <c>U</c>.</summary>
    NotSupported,
}
