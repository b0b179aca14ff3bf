using System.Globalization;
using GoogleCheckout;
using GoogleCheckout.Orders;
using MerchantStore.Data;
using MerchantStore.Orders;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace MerchantStore.Pages.Orders;

internal sealed partial class OrderModel(StoreContext store, OrderCommands commands, OrderLookUp lookUp, ILogger<OrderModel> logger) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Number { get; set; } = string.Empty;

    public Order Order { get; private set; } = null!;

    public IReadOnlyList<OrderEvent> Events { get; private set; } = [];

    public IReadOnlyList<SentCommand> Commands { get; private set; } = [];

    /// <summary>The question of a command that moves the whole amount; null if there is none.</summary>
    public Confirmation? Confirmation { get; private set; }

    /// <summary>An order on invoice is not known to Google Checkout.</summary>
    public bool IsGoogleOrder => Order.PaymentMethod == PaymentMethod.GoogleCheckout;

    /// <summary>The latest command if it was not executed; otherwise, null. Its answer comes from the service, so it is not in a cookie.</summary>
    public SentCommand? Failed => Commands is [{ State: not (SentCommandState.Accepted or SentCommandState.Sending) } latest, ..] ? latest : null;

    /// <summary>The commands that the order allows, with the reasons for those that it does not.</summary>
    public OrderActions Actions => OrderRules.GetActions(Order.Standing);

    public NextStep Next => NextStep.Of(Order);

    /// <summary>Loads the order before each request.</summary>
    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var order = await store.Orders.AsNoTracking().AsSplitQuery()
            .Include(each => each.Document).Include(each => each.Risk).Include(each => each.Lines).Include(each => each.Trackings)
            .SingleOrDefaultAsync(each => each.Number == Number, HttpContext.RequestAborted);
        if (order is null)
        {
            context.Result = NotFound();
            return;
        }

        Order = order;
        await next();
    }

    public Task OnGetAsync(CancellationToken cancellationToken) => LoadLogAsync(cancellationToken);

    public Task<IActionResult> OnPostChargeAsync(string formId, string? amount, bool confirmed) => SendAsync(formId, amount, "Charge", confirmed, Actions.Charge, money =>
        new ChargeOrderRequest { GoogleOrderNumber = Number, Amount = money });

    public Task<IActionResult> OnPostRefundAsync(string formId, string? amount, string? reason, string? comment, bool confirmed) => SendAsync(formId, amount, "Refund", confirmed, Actions.Refund, money =>
        new RefundOrderRequest { GoogleOrderNumber = Number, Amount = money, Reason = reason ?? string.Empty, Comment = Text(comment) });

    public Task<IActionResult> OnPostCancelAsync(string formId, string? reason, string? comment) =>
        SendAsync(formId, new CancelOrderRequest { GoogleOrderNumber = Number, Reason = reason ?? string.Empty, Comment = Text(comment) });

    public Task<IActionResult> OnPostAuthorizeAsync(string formId) => SendAsync(formId, new AuthorizeOrderRequest { GoogleOrderNumber = Number });

    public Task<IActionResult> OnPostProcessAsync(string formId) => SendAsync(formId, new ProcessOrderRequest { GoogleOrderNumber = Number });

    public async Task<IActionResult> OnPostShipAsync(string formId, string carrier, string? trackingNumber, bool sendEmail, bool unpaid) => IsUnpaid(unpaid)
        ? WarnUnpaid()
        : await SendAsync(formId, new DeliverOrderRequest { GoogleOrderNumber = Number, TrackingData = Parcel(carrier, trackingNumber), SendEmail = sendEmail });

    public async Task<IActionResult> OnPostShipItemsAsync(string formId, string[] items, string carrier, string? trackingNumber, bool sendEmail, bool unpaid)
    {
        if (IsUnpaid(unpaid))
        {
            return WarnUnpaid();
        }

        TrackingData[] parcels = Parcel(carrier, trackingNumber) is { } parcel ? [parcel] : [];
        return await SendItemsAsync(formId, items, ids => new ShipItemsRequest
        {
            GoogleOrderNumber = Number,
            ItemShippingInformationList = [.. ids.Select(id => new ItemShippingInformation { ItemId = id, TrackingDataList = parcels })],
            SendEmail = sendEmail,
        });
    }

    public Task<IActionResult> OnPostBackorderItemsAsync(string formId, string[] items, bool sendEmail) =>
        SendItemsAsync(formId, items, ids => new BackorderItemsRequest { GoogleOrderNumber = Number, ItemIds = ids, SendEmail = sendEmail });

    public Task<IActionResult> OnPostReturnItemsAsync(string formId, string[] items, bool sendEmail) =>
        SendItemsAsync(formId, items, ids => new ReturnItemsRequest { GoogleOrderNumber = Number, ItemIds = ids, SendEmail = sendEmail });

    public Task<IActionResult> OnPostCancelItemsAsync(string formId, string[] items, string? reason, string? comment, bool sendEmail) =>
        SendItemsAsync(formId, items, ids => new CancelItemsRequest { GoogleOrderNumber = Number, ItemIds = ids, Reason = reason ?? string.Empty, Comment = Text(comment), SendEmail = sendEmail });

    public Task<IActionResult> OnPostResetItemsAsync(string formId, string[] items, bool sendEmail) =>
        SendItemsAsync(formId, items, ids => new ResetItemsShippingInformationRequest { GoogleOrderNumber = Number, ItemIds = ids, SendEmail = sendEmail });

    public async Task<IActionResult> OnPostTrackAsync(string formId, string carrier, string? trackingNumber) => Parcel(carrier, trackingNumber) is { } parcel
        ? await SendAsync(formId, new AddTrackingDataRequest { GoogleOrderNumber = Number, TrackingData = parcel })
        : Warn("Enter the tracking number.");

    public Task<IActionResult> OnPostMessageAsync(string formId, string? message, bool sendEmail) =>
        SendAsync(formId, new SendBuyerMessageRequest { GoogleOrderNumber = Number, Message = message ?? string.Empty, SendEmail = sendEmail });

    public Task<IActionResult> OnPostArchiveAsync(string formId) => SendAsync(formId, new ArchiveOrderRequest { GoogleOrderNumber = Number });

    public Task<IActionResult> OnPostUnarchiveAsync(string formId) => SendAsync(formId, new UnarchiveOrderRequest { GoogleOrderNumber = Number });

    public async Task<IActionResult> OnPostLookUpAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await lookUp.UpdateAsync(Number, cancellationToken)
                ? Done("The order was updated from Google Checkout.")
                : Warn("Google Checkout does not know this order. Nothing was updated.");
        }
        catch (CheckoutException e)
        {
            LogNoLookUp(logger, e, Order.Number);
            return Warn("Google Checkout did not report the order. Nothing was updated. The store's log has the reason.");
        }
    }

    private static TrackingData? Parcel(string carrier, string? trackingNumber) =>
        Text(trackingNumber) is { } number ? new TrackingData { Carrier = carrier, TrackingNumber = number } : null;

    private static string? Text(string? entered) => string.IsNullOrWhiteSpace(entered) ? null : entered.Trim();

    private bool IsUnpaid(bool accepted) => !Order.IsPaid && !accepted;

    private RedirectToPageResult WarnUnpaid() => Warn(Order.IsPaidBack
        ? "The money of this order went back to the buyer. Tick that you ship it all the same."
        : "The order is not fully charged. Charge it first, or tick that you ship it unpaid.");

    private async Task<IActionResult> SendItemsAsync(string formId, string[] items, Func<ItemId[], OrderCommand> command) => items.Length == 0
        ? Warn("Select the items.")
        : await SendAsync(formId, command([.. items.Select(id => new ItemId { MerchantItemId = id })]));

    /// <summary>Sends a command that moves an amount. For all that can be moved, it asks again.</summary>
    private async Task<IActionResult> SendAsync(string formId, string? amount, string name, bool confirmed, OrderAction action, Func<Money, OrderCommand> command)
    {
        if (!decimal.TryParse(amount, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
        {
            return Warn("Enter the amount with digits and a decimal point, for example 12.50.");
        }

        var money = Order.In(number);
        if (confirmed || money != action.MaxAmount)
        {
            return await SendAsync(formId, command(money));
        }

        Confirmation = new Confirmation(
            name,
            $"{name} {money.InWords()}?",
            "This is the whole amount. Google Checkout moves the money at once, and tells the buyer.",
            $"Yes, {name.ToLowerInvariant()} {money.InWords()}",
            Request.Form.Where(field => field.Key is "formId" or "amount" or "reason" or "comment").ToDictionary(field => field.Key, field => field.Value.ToString()));
        await LoadLogAsync(HttpContext.RequestAborted);
        return Page();
    }

    /// <summary>Sends a command if the order rules allow it. The service may still reject it; the list of commands shows that.</summary>
    private async Task<IActionResult> SendAsync(string formId, OrderCommand command)
    {
        if (!IsGoogleOrder || !Guid.TryParse(formId, out var id))
        {
            return BadRequest();
        }

        if (Order.IsUnknownToGoogle)
        {
            return Warn("Google Checkout does not know this order. Nothing was sent.");
        }

        if (OrderRules.GetRejectionReason(command, Order.Standing) is { } reason)
        {
            return Warn($"{reason}.");
        }

        SentCommand? sent;
        try
        {
            sent = await commands.SendAsync(id.ToString(), command);
        }
        catch (ArgumentException e)
        {
            // The form lacks something, or has text that XML cannot contain. The command was neither recorded nor sent.
            return Warn($"This cannot be sent. {e.Message}");
        }

        return sent switch
        {
            null => Done("This form was already sent, so it was not sent again."),
            { State: SentCommandState.Accepted } => Done($"{sent.What}: {sent.OutcomeInWords()}"),
            // The page shows a warning while this is the latest command.
            _ => RedirectToPage(),
        };
    }

    private async Task LoadLogAsync(CancellationToken cancellationToken)
    {
        Events = await store.OrderEvents.AsNoTracking().Where(told => told.OrderNumber == Number)
            .OrderBy(told => told.HappenedAt).ThenBy(told => told.SerialNumber).ToListAsync(cancellationToken);
        Commands = await commands.ListAsync(Number, cancellationToken);
    }

    private RedirectToPageResult Done(string notice) => Back("Notice", notice);

    private RedirectToPageResult Warn(string warning) => Back("Warning", warning);

    private RedirectToPageResult Back(string kind, string words)
    {
        TempData[kind] = Notice.Cut(words);
        return RedirectToPage();
    }

    [LoggerMessage(1, LogLevel.Warning, "Order {GoogleOrderNumber} could not be queried")]
    private static partial void LogNoLookUp(ILogger logger, Exception exception, string googleOrderNumber);
}
