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
    private const int MaxNoticeLength = 300;

    [BindProperty(SupportsGet = true)]
    public string Number { get; set; } = string.Empty;

    public Order Order { get; private set; } = null!;

    public IReadOnlyList<OrderEvent> Events { get; private set; } = [];

    public IReadOnlyList<SentCommand> Commands { get; private set; } = [];

    /// <summary>The latest command if it was not executed; otherwise, null. Its answer comes from the service, so it is not in a cookie.</summary>
    public SentCommand? Failed => Commands is [{ State: not (SentCommandState.Accepted or SentCommandState.Sending) } latest, ..] ? latest : null;

    /// <summary>The commands that the order allows, with the reasons for those that it does not.</summary>
    public OrderActions Actions => OrderRules.GetActions(Order.Standing);

    /// <summary>Loads the order before each request.</summary>
    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var order = await store.Orders.AsNoTracking().Include(each => each.Document).Include(each => each.Risk).Include(each => each.Lines).Include(each => each.Trackings)
            .AsSplitQuery().SingleOrDefaultAsync(each => each.Number == Number, HttpContext.RequestAborted);
        if (order is null)
        {
            context.Result = NotFound();
            return;
        }

        Order = order;
        await next();
    }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Events = await store.OrderEvents.AsNoTracking().Where(told => told.OrderNumber == Number)
            .OrderBy(told => told.HappenedAt).ThenBy(told => told.SerialNumber).ToListAsync(cancellationToken);
        Commands = await commands.ListAsync(Number, cancellationToken);
    }

    public Task<IActionResult> OnPostChargeAsync(string formId, string? amount) => SendAsync(formId, amount, money =>
        new ChargeOrderRequest { GoogleOrderNumber = Number, Amount = money });

    public Task<IActionResult> OnPostRefundAsync(string formId, string? amount, string? reason) => SendAsync(formId, amount, money =>
        new RefundOrderRequest { GoogleOrderNumber = Number, Amount = money, Reason = reason ?? string.Empty });

    public Task<IActionResult> OnPostShipAsync(string formId, string carrier, string? trackingNumber) => SendAsync(formId, new DeliverOrderRequest
    {
        GoogleOrderNumber = Number,
        TrackingData = string.IsNullOrWhiteSpace(trackingNumber) ? null : new TrackingData { Carrier = carrier, TrackingNumber = trackingNumber.Trim() },
    });

    public Task<IActionResult> OnPostCancelAsync(string formId, string? reason) =>
        SendAsync(formId, new CancelOrderRequest { GoogleOrderNumber = Number, Reason = reason ?? string.Empty });

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
            LogNoLookUp(logger, e, Number);
            return Warn("Google Checkout did not report the order. Nothing was updated. The store's log has the reason.");
        }
    }

    private async Task<IActionResult> SendAsync(string formId, string? amount, Func<Money, OrderCommand> command) =>
        decimal.TryParse(amount, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? await SendAsync(formId, command(new Money(number, Order.Standing.OrderTotal.Currency)))
            : Warn("Enter the amount with digits and a decimal point, for example 12.50.");

    /// <summary>Sends a command if the order rules allow it. The service may still reject it; the command log shows that.</summary>
    private async Task<IActionResult> SendAsync(string formId, OrderCommand command)
    {
        if (!Guid.TryParse(formId, out var id))
        {
            return BadRequest();
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

    private RedirectToPageResult Done(string notice) => Back("Notice", notice);

    private RedirectToPageResult Warn(string warning) => Back("Warning", warning);

    private RedirectToPageResult Back(string kind, string words)
    {
        // It is sent to the browser in a cookie, which has little room.
        TempData[kind] = words.Length > MaxNoticeLength ? $"{words.AsSpan(0, MaxNoticeLength)}..." : words;
        return RedirectToPage();
    }

    [LoggerMessage(1, LogLevel.Warning, "Order {GoogleOrderNumber} could not be queried")]
    private static partial void LogNoLookUp(ILogger logger, Exception exception, string googleOrderNumber);
}
