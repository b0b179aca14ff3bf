namespace GoogleCheckout.Orders;

/// <summary>What the bank said about the billing address: the address verification service (AVS).</summary>
public enum AvsMatch
{
    /// <summary>No answer, or a letter the protocol does not have.</summary>
    Unknown = 0,

    /// <summary>Street address and postal code are right: <c>Y</c>.</summary>
    AddressAndPostalCode,

    /// <summary>Only the postal code is right: <c>P</c>.</summary>
    PostalCodeOnly,

    /// <summary>Only the street address is right: <c>A</c>.</summary>
    AddressOnly,

    /// <summary>Neither is right: <c>N</c>.</summary>
    Neither,

    /// <summary>The bank does not check addresses: <c>U</c>.</summary>
    NotSupported,
}
