namespace GoogleCheckout.Sandbox;

/// <summary>The treatment of a request that has elements or attributes that the schema does not allow.</summary>
public enum UnknownElements
{
    /// <summary>It refuses the request with status 400, as the service did.</summary>
    Refuse,

    /// <summary>
    /// It ignores them, except in <c>charge-order</c>, <c>charge-and-ship-order</c> and <c>refund-order</c>, which move money and must be
    /// understood entirely. Other violations of the schema, such as missing elements, are still refused.
    /// </summary>
    Ignore,
}
