namespace GoogleCheckout.Http;

/// <summary>The kind of pipeline between a client and the network.</summary>
internal enum Pipeline
{
    /// <summary>Only the handlers of this package.</summary>
    Own,

    /// <summary>The handlers of a registration in a container, with our <see cref="SingleSendHandler"/> closest to the network.</summary>
    Registered,

    /// <summary>The caller's own client, with unknown handlers.</summary>
    Given,
}
