using System.Net;
using System.Text;
using GoogleCheckout.Carts;
using GoogleCheckout.Sandbox.Accounts;
using GoogleCheckout.Sandbox.Api;

namespace GoogleCheckout.Sandbox.Control;

/// <summary>Executes the requests to the control endpoint.</summary>
internal sealed class ControlActions(IControlledSandbox sandbox, BasicCredentials credentials)
{
    public IEnumerable<OrderState> GetOrders() => sandbox.Orders().Select(OrderState.FromSummary);

    /// <summary>Returns the order as it is now.</summary>
    /// <exception cref="ControlException">The order does not exist.</exception>
    public OrderState GetOrder(string googleOrderNumber) => sandbox.FindOrder(googleOrderNumber) is { } order
        ? OrderState.FromSummary(order)
        : throw new ControlException(HttpStatusCode.NotFound, $"The sandbox has no order {QuotedText.OfIdentifier(googleOrderNumber)}.");

    public async Task<OrderState> PlaceOrderAsync(PlaceOrder order, CancellationToken cancellationToken)
    {
        var redirect = new CheckoutRedirect { SerialNumber = string.Empty, RedirectUrl = order.RedirectUrl };
        var placed = await sandbox.PlaceOrderAsync(redirect, buyer => order.Buyer?.ApplyTo(buyer), cancellationToken).ConfigureAwait(false);
        return GetOrder(placed.GoogleOrderNumber);
    }

    public async Task<OrderState> ChargebackAsync(string googleOrderNumber, Chargeback chargeback, CancellationToken cancellationToken)
    {
        var currency = GetOrder(googleOrderNumber).Currency;
        Money? amount = chargeback.Amount is { } value ? new Money(value, currency) : null;
        await sandbox.ChargebackAsync(googleOrderNumber, amount, cancellationToken).ConfigureAwait(false);
        return GetOrder(googleOrderNumber);
    }

    public async Task<OrderState> CancelByGoogleAsync(string googleOrderNumber, CancelByGoogle cancel, CancellationToken cancellationToken)
    {
        GetOrder(googleOrderNumber);
        await sandbox.CancelByGoogleAsync(googleOrderNumber, cancel.Reason, cancellationToken).ConfigureAwait(false);
        return GetOrder(googleOrderNumber);
    }

    public async Task<OrderState> CancelByBuyerAsync(string googleOrderNumber, NoSettings _, CancellationToken cancellationToken)
    {
        GetOrder(googleOrderNumber);
        await sandbox.CancelByBuyerAsync(googleOrderNumber, cancellationToken).ConfigureAwait(false);
        return GetOrder(googleOrderNumber);
    }

    public async Task<OrderState> CancelSubscriptionAsync(string googleOrderNumber, CancelSubscription cancel, CancellationToken cancellationToken)
    {
        GetOrder(googleOrderNumber);
        await sandbox.CancelSubscriptionAsync(googleOrderNumber, cancel.MerchantItemId, cancel.Reason, cancellationToken).ConfigureAwait(false);
        return GetOrder(googleOrderNumber);
    }

    public async Task<OrderState> ReplaceCardAsync(string googleOrderNumber, CardChoice choice, CancellationToken cancellationToken)
    {
        GetOrder(googleOrderNumber);
        await sandbox.ReplaceCardAsync(googleOrderNumber, CardChoice.FindCard(choice.Card), cancellationToken).ConfigureAwait(false);
        return GetOrder(googleOrderNumber);
    }

    public ClockState GetClock() => new(sandbox.Now);

    public async Task<ClockState> AdvanceAsync(ClockChange change, CancellationToken cancellationToken)
    {
        if (change.Advance < TimeSpan.Zero)
        {
            throw new ControlException(HttpStatusCode.BadRequest, "advance must not be negative: the clock only moves forward.");
        }

        await sandbox.AdvanceAsync(change.Advance, cancellationToken).ConfigureAwait(false);
        return GetClock();
    }

    public CallbackState GetCallback() => new(sandbox.CallbackUrl);

    public CallbackState SetCallback(CallbackChange change)
    {
        sandbox.CallbackUrl = change.Url;
        return GetCallback();
    }

    public FaultRule AddFault(FaultRule rule)
    {
        EnsureValidTimes(rule.Times);
        if (rule.Message is { } root)
        {
            sandbox.Faults.When(message => SentXml.GetRootName(message) == root, rule.ToFault(), rule.Times);
        }
        else
        {
            sandbox.Faults.Next(rule.ToFault(), rule.Times ?? 1);
        }

        return rule;
    }

    public DeliveryFaultRule AddDeliveryFault(DeliveryFaultRule rule)
    {
        EnsureValidTimes(rule.Times);
        var (root, fault) = (rule.Notification, rule.ToFault());
        sandbox.Faults.OnDelivery(
            notification => root is null || notification.ToXElement().Name.LocalName == root, fault, rule.Times ?? (root is null ? 1 : null));
        return rule;
    }

    public NoSettings ClearFaults(NoSettings done)
    {
        sandbox.Faults.Clear();
        return done;
    }

    public Task<DeliveryReport> DeliverAsync(Deliver request, CancellationToken cancellationToken) => new ControlledDelivery(sandbox).DeliverAsync(request.All, cancellationToken);

    public IEnumerable<DeliveryEntry> GetDeliveries(int latest) => sandbox.Deliveries.TakeLast(latest).Select(DeliveryEntry.FromDelivery);

    public IEnumerable<RequestEntry> GetRequests(int latest) => sandbox.Requests.TakeLast(latest).Select(CreateEntry);

    private static void EnsureValidTimes(int? times)
    {
        if (times < 1)
        {
            throw new ControlException(HttpStatusCode.BadRequest, "times must be at least 1.");
        }
    }

    // The part of the list that was written before cannot be taken back.
    private static string Write(CheckoutMessage response)
    {
        try
        {
            return response.ToXmlString();
        }
        catch (ArgumentException e)
        {
            return $"The response cannot be written as XML: {e.Message}";
        }
    }

    private RequestEntry CreateEntry(SandboxRequest request) => new()
    {
        ReceivedAt = request.ReceivedAt,
        Method = request.Method,
        Path = credentials.Mask(request.Path),
        ContentType = request.ContentType,
        ClientCertificate = request.ClientCertificateThumbprint,
        Message = request.Message?.GetType().Name,
        Body = credentials.Mask(Encoding.UTF8.GetString(request.Body.Span)),
        Status = (int)request.StatusCode,
        Fault = request.Fault?.ToString(),
        Response = request.Response is { } response ? credentials.Mask(Write(response)) : request.ResponseCsv,
    };
}
