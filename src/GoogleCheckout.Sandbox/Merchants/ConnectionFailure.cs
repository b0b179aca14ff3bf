namespace GoogleCheckout.Sandbox.Merchants;

/// <summary>The kinds of reasons why no complete response arrived from the merchant's server.</summary>
internal enum ConnectionFailure
{
    /// <summary>Any other reason, such as a connection that was closed.</summary>
    Other,

    /// <summary>The host name is unknown.</summary>
    NameNotResolved,

    /// <summary>There is no connection: nothing listens at the port, or the network does not lead there.</summary>
    NotConnected,

    /// <summary>There is no TLS connection.</summary>
    NoTls,

    /// <summary>The response did not arrive in time.</summary>
    Timeout,
}
