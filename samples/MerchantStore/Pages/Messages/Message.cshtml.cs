using MerchantStore.Data;
using MerchantStore.Messages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace MerchantStore.Pages.Messages;

internal sealed class MessageModel(StoreContext store) : PageModel
{
    public LoggedMessage Message { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken cancellationToken)
    {
        if (await store.Messages.AsNoTracking().SingleOrDefaultAsync(message => message.Id == id, cancellationToken) is not { } found)
        {
            return NotFound();
        }

        Message = found;
        return Page();
    }
}
