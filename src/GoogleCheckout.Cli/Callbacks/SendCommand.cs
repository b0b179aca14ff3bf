using GoogleCheckout.Cli.Commands;

namespace GoogleCheckout.Cli.Callbacks;

/// <summary>Posts a notification of a file to a site.</summary>
internal sealed class SendCommand : ToolCommand
{
    public SendCommand(ToolConsole console)
        : base("send", "Posts a notification to a callback address, as the service did.")
    {
        var file = InputFile.CreateArgument("An XML document with one notification.");
        var options = new CallbackOptions();
        Arguments.Add(file);
        options.AddTo(this);
        Details = CallbackOptions.Details;
        Examples =
        [
            "googlecheckout send notification.xml --to https://localhost:5001/checkout/callback --merchant-id 1234567890 --key-file merchant.key",
            "googlecheckout send - --to http://localhost:5000/checkout/callback --format serial-number < notification.xml",
        ];
        SetAction(async (parsed, stop) =>
        {
            var target = options.Read(parsed);
            var document = await NotificationDocument.ReadAsync(parsed.GetRequiredValue(file), console, stop).ConfigureAwait(false);
            return await CallbackPost.RunAsync(document, target, console, stop).ConfigureAwait(false);
        });
    }
}
