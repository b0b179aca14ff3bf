using System.Text.RegularExpressions;
using GoogleCheckout.Orders;

namespace GoogleCheckout.Sandbox.Api;

/// <summary>Decides whether the service understands a request: by the schema, and by what old clients sent beyond it.</summary>
internal sealed partial class RequestValidator(UnknownElements unknownElements)
{
    private const string BetaNamespace = "http://checkout.google.com/schema/2-beta1";

    // Old clients send these although the schema does not allow them. The table in the sandbox's README has the same rows.
    private static readonly Predicate<SchemaViolation>[] BeyondTheSchema =
    [
        // The namespace of the 2006 beta.
        violation => violation is { Kind: SchemaViolationKind.WrongNamespace, Value: BetaNamespace } && IsRoot(violation),
        violation => violation is { Kind: SchemaViolationKind.InvalidValue, Value: "PER_ITEM" } && violation.Path.EndsWith("/rounding-policy/rule", StringComparison.Ordinal),
        violation => violation.Kind == SchemaViolationKind.UnknownAttribute && CarrierOptionNames().IsMatch(violation.Path),
        violation => violation is { Kind: SchemaViolationKind.MissingElement, Path: "/cancel-items/reason" },

        // White space in an element that must be empty.
        violation => violation.Kind == SchemaViolationKind.UnexpectedText && violation.Reason.EndsWith("white space", StringComparison.Ordinal),
    ];

    /// <summary>Returns the parts that the service does not understand, each as a sentence; empty if it understands the request.</summary>
    /// <exception cref="CheckoutXmlException">The document cannot be read.</exception>
    public IReadOnlyList<string> GetErrors(ReadOnlyMemory<byte> document)
    {
        var violations = CheckoutXml.ValidateSchema(document);
        var refused = violations.Count > 0 && MovesMoney(violations[0]) ? violations : [.. violations.Where(violation => !IsAllowed(violation))];

        // Only the first violations are listed, so there may be others.
        return [.. (refused.Count == 0 && violations.Count == CheckoutXml.MaxSchemaViolations ? violations : refused).Select(violation => violation.ToString())];
    }

    /// <summary>Returns the error of two lists that exclude each other, even if they are empty, which the parsed message does not show; null if there is none.</summary>
    public static string? GetListError(CheckoutMessage? message) =>
        message is ChargeAndShipOrderRequest && SentXml.GetChildNames(message) is var names && names.Contains("tracking-data-list") && names.Contains("item-shipping-information-list")
            ? "/charge-and-ship-order must not contain both tracking-data-list and item-shipping-information-list: track the order or its items"
            : null;

    private bool IsAllowed(SchemaViolation violation) =>
        Array.Exists(BeyondTheSchema, allows => allows(violation))
        || (unknownElements == UnknownElements.Ignore
            && !IsRoot(violation)
            && violation.Kind is SchemaViolationKind.UnknownElement or SchemaViolationKind.UnknownAttribute or SchemaViolationKind.WrongNamespace);

    private static bool IsRoot(SchemaViolation violation) => violation.Path.LastIndexOf('/') == 0;

    // A command that moves money must be understood entirely.
    private static bool MovesMoney(SchemaViolation violation) => violation.Path.Split('/')[1] is "charge-order" or "charge-and-ship-order" or "refund-order";

    [GeneratedRegex(@"/carrier-calculated-shipping-option\[\d+\]/@name$", RegexOptions.CultureInvariant)]
    private static partial Regex CarrierOptionNames();
}
