namespace GoogleCheckout.Http;

/// <summary>An operation of the service.</summary>
/// <param name="Name">The root element of the request, for logs and exceptions.</param>
/// <param name="Service">The API service: the part of the address before the merchant.</param>
/// <param name="IsCommand">Whether it is a command, which is sent at most once; otherwise it is a query.</param>
/// <param name="OrderNumber">The number of the order, for a command about one order; otherwise null.</param>
internal sealed record Operation(string Name, string Service, bool IsCommand, string? OrderNumber = null)
{
    private bool IsDiagnosis { get; init; }

    /// <summary>Gets the part of the address that distinguishes it from the merchant's other operations.</summary>
    public (string Service, bool IsDiagnosis) Path => (Service, IsDiagnosis);

    /// <summary>Returns the operation that lets the service check the same request without executing it.</summary>
    public Operation ToDiagnosis() => this with { Name = Name + "/diagnose", IsCommand = false, IsDiagnosis = true };
}
