using System.Net;
using AspNetCoreGeneratedDocument;
using GoogleCheckout.Sandbox.Callbacks;

namespace GoogleCheckout.Sandbox.Pages.MerchantCenter;

/// <summary>The page on which a merchant changes the settings of the account, and tests the callback URL.</summary>
internal static class SettingsPage
{
    /// <summary>The field with the button that was pressed.</summary>
    public const string ActionField = "action";

    /// <summary>The button that tests the callback URL. It saves nothing.</summary>
    public const string TestAction = "test";

    /// <summary>The button that saves.</summary>
    public const string SaveAction = "save";

    private const string SavedParameter = "saved";

    public static Page Show(MerchantRequest request) =>
        Show(request, SettingsForm.From(request.Account.Settings), isSaved: request.Request.Query.ContainsKey(SavedParameter));

    public static async Task<Page> SubmitAsync(MerchantRequest request)
    {
        var form = SettingsForm.Read(request.Fields);
        var settings = form.ApplyTo(request.Account.Settings);
        var isTest = request.Fields[ActionField] == TestAction;
        if (isTest && settings.CallbackUrl is null)
        {
            form.AddError(SettingsForm.CallbackUrlField, "Enter the URL to test.");
        }

        if (form.Errors.Count > 0)
        {
            return Show(request, form);
        }

        if (isTest)
        {
            return Show(request, form, test: await request.Account.TestCallbackAsync(settings, request.Request.HttpContext.RequestAborted).ConfigureAwait(false));
        }

        request.Account.ChangeSettings(form.ApplyTo);
        return Page.Redirect($"{PageUrls.Settings}?{SavedParameter}=yes");
    }

    private static Page Show(MerchantRequest request, SettingsForm form, bool isSaved = false, CallbackTest? test = null) => new(
        "Settings",
        new Pages_MerchantCenter_Settings { Model = new SettingsModel(request.Token, form, isSaved, test) },
        form.Errors.Count == 0 ? HttpStatusCode.OK : HttpStatusCode.UnprocessableEntity);
}
