namespace GoogleCheckout.Callbacks;

/// <summary>Responses without a body. Details are logged, not returned to the caller.</summary>
internal static class CallbackResponses
{
    public static CallbackResponse NotReadable { get; } = new(400);

    public static CallbackResponse NotAuthentic { get; } = new(401, "WWW-Authenticate", "Basic realm=\"Google Checkout callbacks\", charset=\"UTF-8\"");

    public static CallbackResponse NotOverHttps { get; } = new(403);

    public static CallbackResponse NotAPost { get; } = new(405, "Allow", "POST");

    public static CallbackResponse TooSlow { get; } = new(408);

    public static CallbackResponse TooLarge { get; } = new(413);

    public static CallbackResponse HandlerFailed { get; } = new(500);

    public static CallbackResponse NotNow { get; } = new(503);
}
