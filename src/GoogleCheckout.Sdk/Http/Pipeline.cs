namespace GoogleCheckout.Http;

/// <summary>What lies between a client and the network.</summary>
internal enum Pipeline
{
    /// <summary>Only what this package put there.</summary>
    Own,

    /// <summary>The handlers of a container's registration, with our guard nearest the network.</summary>
    Registered,

    /// <summary>The caller's own client, of which nothing is known.</summary>
    Given,
}
