using MerchantStore.Data;
using MerchantStore.Messages;
using MerchantStore.Settings;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace MerchantStore.Pages.Messages;

internal sealed class IndexModel(StoreContext store, IOptionsMonitor<StoreOptions> options) : PageModel
{
    private const int PageSize = 50;

    /// <summary>An order number, or a text of the documents.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Search { get; set; }

    /// <summary>The id of the last message on the page before; null for the newest messages.</summary>
    [BindProperty(SupportsGet = true)]
    public long? Before { get; set; }

    public IReadOnlyList<LoggedMessage> Messages { get; private set; } = [];

    /// <summary>Whether there are older messages.</summary>
    public bool HasMore { get; private set; }

    public int KeptDays => options.CurrentValue.MessageLog.KeptDays;

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var messages = store.Messages.AsNoTracking();
        if (Search?.Trim() is { Length: > 0 } text)
        {
            messages = messages.Where(message => message.OrderNumber == text || message.Name == text || message.Xml.Contains(text));
        }

        if (Before is { } id)
        {
            messages = messages.Where(message => message.Id < id);
        }

        var found = await messages.OrderByDescending(message => message.Id).Take(PageSize + 1).ToListAsync(cancellationToken);
        HasMore = found.Count > PageSize;
        Messages = found.Take(PageSize).ToList();
    }
}
