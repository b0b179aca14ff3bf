using System.Globalization;
using System.Net;
using AspNetCoreGeneratedDocument;

namespace GoogleCheckout.Sandbox.Pages.MerchantCenter;

/// <summary>The page of the faults: those that may still apply, and the forms that add and remove them.</summary>
internal static class FaultsPage
{
    public const string RemoveField = "remove";

    /// <summary>The value of <see cref="RemoveField"/> that removes all faults.</summary>
    public const string RemoveAll = "all";

    private const string BySelection = "What code selects";

    public static Page Show(MerchantRequest request) => Show(request, new FaultForm(), error: null);

    /// <summary>Adds a fault.</summary>
    public static Page Add(MerchantRequest request)
    {
        var form = FaultForm.Read(request.Fields);
        try
        {
            form.AddTo(request.Account.Faults);
            return Page.Redirect(PageUrls.Faults);
        }
        catch (FormatException e)
        {
            return Show(request, form, e.Message);
        }
    }

    /// <summary>Removes a fault, or all.</summary>
    public static Page Remove(MerchantRequest request)
    {
        var faults = request.Account.Faults;
        var which = request.Fields[RemoveField].ToString();
        if (which == RemoveAll)
        {
            faults.Clear();
        }
        else if (which.Split(' ') is [var target, var text] && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            if (target == nameof(FaultTarget.Requests))
            {
                faults.Requests.Remove(number);
            }
            else
            {
                faults.Notifications.Rules.Remove(number);
            }
        }

        return Page.Redirect(PageUrls.Faults);
    }

    private static Page Show(MerchantRequest request, FaultForm form, string? error)
    {
        var faults = request.Account.Faults;
        var model = new FaultsModel
        {
            Token = request.Token,
            Active =
            [
                .. faults.Requests.Active.Select(rule => new FaultEntry(FaultTarget.Requests, rule.Number, rule.Subject ?? BySelection, Describe(rule.Fault), rule.TimesLeft)),
                .. faults.Notifications.Rules.Active.Select(rule => new FaultEntry(FaultTarget.Notifications, rule.Number, rule.Subject ?? BySelection, rule.Fault.Description, rule.TimesLeft)),
            ],
            Form = form,
            Error = error,
        };
        return new Page("Faults", new Pages_MerchantCenter_Faults { Model = model }, error is null ? HttpStatusCode.OK : HttpStatusCode.UnprocessableEntity);
    }

    private static string Describe(SandboxFault fault) => fault.Kind switch
    {
        SandboxFaultKind.Refuse => $"is refused: {fault.Reason}",
        SandboxFaultKind.Delay => string.Create(CultureInfo.InvariantCulture, $"is delayed by {fault.Time:c}"),
        SandboxFaultKind.Unavailable => "gets status 503 and an HTML page, and is not executed",
        SandboxFaultKind.Truncate => "is executed, but only half of the response is sent",
        SandboxFaultKind.DropBefore => "is not executed, and the connection is dropped",
        SandboxFaultKind.DropDuring => string.Create(CultureInfo.InvariantCulture, $"is executed {fault.Time:c} later, and the connection is dropped at once"),
        SandboxFaultKind.DropAfter => "is executed, and the connection is dropped",
        _ => fault.ToString(),
    };
}
