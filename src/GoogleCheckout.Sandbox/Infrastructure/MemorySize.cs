namespace GoogleCheckout.Sandbox.Infrastructure;

/// <summary>Estimates of the memory that the entries of logs and lists need, in bytes.</summary>
internal static class MemorySize
{
    // An entry with its strings and the log's own bookkeeping.
    private const long EntryBytes = 1024;

    // Measured with carts of 1 to 2,000 items: the records of a message need about one and a half times the length of its XML.
    private const long RecordFactor = 2;

    /// <summary>Returns the size of a message that was read: its XML, and the records.</summary>
    public static long OfMessage(CheckoutMessage? message) => message is null ? 0 : EntryBytes + ((1 + RecordFactor) * message.OriginalXml.Length);

    public static long OfRequest(SandboxRequest request) =>
        EntryBytes + (2L * (request.Path.Length + (request.ContentType?.Length ?? 0) + (request.ResponseCsv?.Length ?? 0))) + request.Body.Length + request.ResponseBody.Length + OfMessage(request.Message) + OfResponse(request.Response);

    /// <summary>Returns the size of a delivery without its notification, which the history keeps as well.</summary>
    public static long OfDelivery(SandboxDelivery delivery) => EntryBytes + delivery.Body.Length + delivery.ResponseBody.Length + (2L * (delivery.Error?.Length ?? 0));

    /// <summary>Returns the size of a calculation, with its cart.</summary>
    public static long OfCalculation(SandboxCalculation calculation) =>
        EntryBytes + calculation.ResponseBody.Length + OfMessage(calculation.Results) + calculation.Issues.Sum(issue => 2L * issue.Length) + (EntryBytes * (calculation.Callback.ShoppingCart.Items.Count + calculation.AcceptedResults.Count));

    // A response that repeats a request is as long as it; the notifications in other responses are those of the history.
    private static long OfResponse(CheckoutMessage? response) => response is DiagnoseResponse diagnosis ? EntryBytes + (2L * diagnosis.InputXml.Length) : EntryBytes;
}
