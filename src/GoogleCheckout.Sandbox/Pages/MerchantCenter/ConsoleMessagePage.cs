using System.Net;
using System.Text;
using AspNetCoreGeneratedDocument;
using GoogleCheckout.Sandbox.Accounts;
using GoogleCheckout.Sandbox.Pages.Xml;

namespace GoogleCheckout.Sandbox.Pages.MerchantCenter;

/// <summary>The page of one message of the integration console, and the forms that send a notification again.</summary>
internal static class ConsoleMessagePage
{
    public const string IdParameter = "id";
    public const string ActionField = "action";
    public const string BodyField = "body";

    /// <summary>The value of <see cref="ActionField"/> that sends the same body once.</summary>
    public const string ResendAction = "resend";

    /// <summary>The value of <see cref="ActionField"/> that sends the same body twice.</summary>
    public const string TwiceAction = "twice";

    /// <summary>The value of <see cref="ActionField"/> that sends the edited body if the schema allows it.</summary>
    public const string EditAction = "edit";

    /// <summary>The value of <see cref="ActionField"/> that sends the edited body without a check.</summary>
    public const string AnywayAction = "anyway";

    private const string DoneParameter = "sent";

    public static string UrlOf(string id) => $"{PageUrls.ConsoleMessage}?{IdParameter}={Uri.EscapeDataString(id)}";

    public static Page Show(MerchantRequest request) => Find(request) is { } message ? Show(request, message, HttpStatusCode.OK, model => model) : NoMessage;

    /// <summary>Sends the notification again.</summary>
    public static async Task<Page> SubmitAsync(MerchantRequest request)
    {
        if (Find(request) is not { } message)
        {
            return NoMessage;
        }

        if (message.Delivery is not { Url: not null } sent)
        {
            return Reject(request, message, model => model with { Error = "Only a notification that was sent can be sent again." });
        }

        var action = request.Fields[ActionField].ToString();
        var isEdited = action is EditAction or AnywayAction;

        // Browsers send the lines of a text area with CR LF.
        var text = request.Fields[BodyField].ToString().ReplaceLineEndings("\n");
        if (action == EditAction && GetViolations(message, text) is { Count: > 0 } violations)
        {
            return Reject(request, message, model => model with { EditedBody = text, Violations = violations });
        }

        ReadOnlyMemory<byte> body = isEdited ? Encoding.UTF8.GetBytes(text) : sent.Body;
        try
        {
            var last = await SendAsync(request, sent, body, action == TwiceAction ? 2 : 1).ConfigureAwait(false);
            return Page.Redirect($"{UrlOf(FindId(request.Account, last) ?? message.Id)}&{DoneParameter}=1");
        }
        catch (InvalidOperationException e)
        {
            return Reject(request, message, model => model with { EditedBody = isEdited ? text : model.EditedBody, Error = e.Message });
        }
    }

    private static Page NoMessage => Page.CreateMessage(
        "There is no such message", "The sandbox keeps the latest 10,000 messages of each kind, as far as they fit into its memory.", HttpStatusCode.NotFound, "See the messages", PageUrls.Console);

    private static ConsoleMessage? Find(MerchantRequest request) => ConsoleMessages.Find(request.Account, request.Request.Query[IdParameter].ToString());

    private static string? FindId(MerchantAccount account, SandboxDelivery delivery) =>
        ConsoleMessages.GetAll(account).FirstOrDefault(message => ReferenceEquals(message.Delivery, delivery))?.Id;

    private static async Task<SandboxDelivery> SendAsync(MerchantRequest request, SandboxDelivery sent, ReadOnlyMemory<byte> body, int times)
    {
        var last = sent;
        for (var i = 0; i < times; i++)
        {
            last = await request.Account.Queue.SendAgainAsync(sent, body, request.Request.HttpContext.RequestAborted).ConfigureAwait(false);
        }

        return last;
    }

    // Only XML has a schema. The other formats are forms.
    private static IReadOnlyList<string> GetViolations(ConsoleMessage message, string body)
    {
        if (message.ContentType?.Contains("xml", StringComparison.Ordinal) != true)
        {
            return [];
        }

        try
        {
            return [.. CheckoutXml.ValidateSchema(Encoding.UTF8.GetBytes(body)).Select(violation => violation.ToString())];
        }
        catch (CheckoutXmlException e)
        {
            return [e.Message];
        }
    }

    private static Page Reject(MerchantRequest request, ConsoleMessage message, Func<ConsoleMessageModel, ConsoleMessageModel> change) =>
        Show(request, message, HttpStatusCode.UnprocessableEntity, change);

    private static Page Show(MerchantRequest request, ConsoleMessage message, HttpStatusCode status, Func<ConsoleMessageModel, ConsoleMessageModel> change)
    {
        var body = XmlTokens.Read(message.GetBody());
        var model = new ConsoleMessageModel
        {
            Message = message with { Address = Mask(message.Address) },
            Token = request.Token,
            Body = MaskAll(body),
            ResponseBody = MaskAll(XmlTokens.Read(message.GetResponseBody())),
            Curl = Mask(CurlCommand.Create(message)),
            EditedBody = XmlTokens.ToText(MaskAll(body)),
            IsDone = request.Request.Query.ContainsKey(DoneParameter),
        };
        return new Page(message.Kind, new Pages_MerchantCenter_ConsoleMessage { Model = change(model) }, status);

        // A client may have put the key into a wrong place. No page shows it.
        string? Mask(string? text) => text is null ? null : request.Account.Credentials.Mask(text);

        IReadOnlyList<XmlToken> MaskAll(IReadOnlyList<XmlToken> tokens) => [.. tokens.Select(token => token with { Text = request.Account.Credentials.Mask(token.Text) })];
    }
}
