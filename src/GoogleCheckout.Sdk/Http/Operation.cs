namespace GoogleCheckout.Http;

/// <summary>What the service is asked to do.</summary>
/// <param name="Name">The root element of the request, for logs and exceptions.</param>
/// <param name="Service">Which of the API's services does it: the part of the address before the merchant.</param>
/// <param name="IsCommand">Whether it changes something, and so may be sent once only; others only read.</param>
/// <param name="Subject">The number of the order it is about, if it is about one.</param>
internal sealed record Operation(string Name, string Service, bool IsCommand, string? Subject = null)
{
    private bool IsDiagnosis { get; init; }

    /// <summary>What tells its address from those of the merchant's other operations.</summary>
    public (string Service, bool IsDiagnosis) Path => (Service, IsDiagnosis);

    /// <summary>The same request, to be checked by the service and not carried out.</summary>
    public Operation Diagnosed() => this with { Name = Name + "/diagnose", IsCommand = false, IsDiagnosis = true };
}
