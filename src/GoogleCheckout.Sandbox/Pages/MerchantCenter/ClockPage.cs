using System.Globalization;
using System.Net;
using AspNetCoreGeneratedDocument;
using GoogleCheckout.Sandbox.Accounts;

namespace GoogleCheckout.Sandbox.Pages.MerchantCenter;

/// <summary>The page of the clock: the time, what falls due, and the form that advances it.</summary>
/// <param name="accounts">The accounts with their clock.</param>
internal sealed class ClockPage(MerchantAccounts accounts)
{
    public const string NumberField = "number";
    public const string UnitField = "unit";

    private const string DoneParameter = "advanced";
    private const int MaxDue = 50;
    private const int MaxNumber = 100_000;

    /// <summary>The units of time, in the singular, with their lengths.</summary>
    public static IReadOnlyList<(string Name, TimeSpan Length)> Units { get; } =
        [("minute", TimeSpan.FromMinutes(1)), ("hour", TimeSpan.FromHours(1)), ("day", TimeSpan.FromDays(1))];

    /// <summary>The steps that have a button.</summary>
    public static IReadOnlyList<(int Number, string Unit)> Steps { get; } = [(1, "minute"), (15, "minute"), (1, "hour"), (1, "day"), (7, "day")];

    public static string FormatStep(int number, string unit) => string.Create(CultureInfo.InvariantCulture, $"{number} {unit}{(number == 1 ? string.Empty : "s")}");

    public Page Show(MerchantRequest request) => Show(request, error: null);

    /// <summary>Advances the clock, and waits for the deliveries that fall due.</summary>
    public async Task<Page> AdvanceAsync(MerchantRequest request)
    {
        var unit = Units.FirstOrDefault(unit => unit.Name == request.Fields[UnitField]);
        if (unit.Name is null || !int.TryParse(request.Fields[NumberField], NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number is < 1 or > MaxNumber)
        {
            return Show(request, string.Create(CultureInfo.InvariantCulture, $"Enter a whole number of minutes, hours or days, from 1 to {MaxNumber}. The clock only moves forward."));
        }

        try
        {
            accounts.Advance(number * unit.Length);
        }
        catch (ArgumentOutOfRangeException e)
        {
            return Show(request, e.Message);
        }

        await accounts.DeliverAsync(request.Request.HttpContext.RequestAborted).ConfigureAwait(false);
        return Page.Redirect($"{PageUrls.Clock}?{DoneParameter}={Uri.EscapeDataString(FormatStep(number, unit.Name))}");
    }

    private Page Show(MerchantRequest request, string? error)
    {
        var account = request.Account;
        var done = request.Request.Query[DoneParameter].ToString();
        var model = new ClockModel
        {
            Token = request.Token,
            Now = accounts.Now,
            Due =
            [
                .. account.Service.GetDueEvents(MaxDue).Select(due => DueEntry.Of(due.Order, due.Due))
                    .Concat(account.Queue.GetWaiting(MaxDue).Select(waiting => DueEntry.Of(waiting.Notification, waiting.DueAt, waiting.FailedAttempts)))
                    .OrderBy(entry => entry.At).Take(MaxDue),
            ],
            IsShared = accounts.Count > 1,
            Done = error is null && done.Length > 0 ? done : null,
            Error = error,
        };
        return new Page("Clock", new Pages_MerchantCenter_Clock { Model = model }, error is null ? HttpStatusCode.OK : HttpStatusCode.UnprocessableEntity);
    }
}
