using GoogleCheckout.Carts;
using GoogleCheckout.Sandbox;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace MerchantStore.Pages.Development;

/// <summary>Replaces the service's checkout page, in development only.</summary>
internal sealed partial class BuyerModel(CheckoutSandbox sandbox, ILogger<BuyerModel> logger) : PageModel
{
    /// <summary>The test cards, with the texts that the page shows.</summary>
    public static IReadOnlyList<(string What, TestCard Card)> Cards { get; } =
    [
        ("a card that works", TestCard.Accepted),
        ("a card that works, but address and security code do not match", TestCard.NothingMatches),
        ("a card that is declined at once", TestCard.DeclinedAtReview),
        ("a card that is declined when it is charged", TestCard.DeclinedAtCharge),
        ("a card that the risk check rejects", TestCard.RejectedForRisk),
    ];

    [BindProperty(SupportsGet = true)]
    public string RedirectUrl { get; set; } = string.Empty;

    public async Task<IActionResult> OnPostAsync(int card, CancellationToken cancellationToken)
    {
        if (card < 0 || card >= Cards.Count)
        {
            return BadRequest();
        }

        try
        {
            await sandbox.PlaceOrderAsync(new CheckoutRedirect { RedirectUrl = RedirectUrl }, buyer => buyer.Card = Cards[card].Card, cancellationToken);
            await sandbox.DeliverAsync(cancellationToken);
            return RedirectToPage("/Thanks");
        }
        catch (ArgumentException e)
        {
            LogNotPlaced(logger, e);
            TempData["Warning"] = "The sandbox does not know this cart, or it was ordered already. The log has the reason.";
            return RedirectToPage("/Cart");
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "The order was not placed")]
    private static partial void LogNotPlaced(ILogger logger, Exception exception);
}
