using AspNetCoreGeneratedDocument;

namespace GoogleCheckout.Sandbox.Pages.MerchantCenter;

/// <summary>The integration console: the list of all messages that were sent and received.</summary>
internal static class ConsolePage
{
    private const int MessagesOnPage = 50;

    public static Page Show(MerchantRequest request)
    {
        var query = ConsoleQuery.Read(request.Request);
        var all = ConsoleMessages.GetAll(request.Account).ToList();
        var matching = all.Where(query.Matches).ToList();
        var first = (query.Page - 1L) * MessagesOnPage;
        var model = new ConsoleModel(
            query,
            [.. all.Select(message => message.Kind).Distinct().Order(StringComparer.Ordinal)],
            [.. matching.Skip((int)Math.Min(first, int.MaxValue)).Take(MessagesOnPage)],
            matching.Count,
            (int)Math.Min(first + 1, int.MaxValue));
        return new Page("Integration console", new Pages_MerchantCenter_Console { Model = model }) { RenewAfter = query.Renewal.After };
    }
}
