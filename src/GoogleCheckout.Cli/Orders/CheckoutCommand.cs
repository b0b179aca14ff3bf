using System.CommandLine;
using GoogleCheckout.Carts;
using GoogleCheckout.Cli.Commands;
using GoogleCheckout.Cli.Settings;

namespace GoogleCheckout.Cli.Orders;

/// <summary>Posts a cart.</summary>
internal sealed class CheckoutCommand : ToolCommand
{
    public CheckoutCommand(ToolConsole console)
        : base("checkout", "Posts a cart, and prints the address to which the buyer's browser is sent.")
    {
        var options = new ClientOptions();
        var call = new ClientCall(console, options);
        var file = InputFile.CreateArgument("An XML document with a cart.");
        var skipValidation = new Option<bool>("--skip-validation") { Description = "Sends the cart even if the service would probably reject it." };
        Arguments.Add(file);
        Options.Add(skipValidation);
        options.AddTo(this);
        Details = $"Nothing is bought before the buyer places the order, so a cart can be posted again. {ClientOptions.Details}{ClientCall.ExitCodes}";
        Examples = ["googlecheckout checkout cart.xml --json"];
        SetAction(async (parsed, stop) =>
        {
            var cart = await InputFile.ReadMessageAsync<CheckoutShoppingCart>(parsed.GetRequiredValue(file), "a cart", console, stop).ConfigureAwait(false);
            return await call.QueryAsync(parsed, async client =>
            {
                var redirect = await call.WaitAsync(client.CheckoutAsync(cart, parsed.GetValue(skipValidation), stop)).ConfigureAwait(false);
                var report = new Report(("redirectUrl", redirect.RedirectUrl), ("serialNumber", redirect.SerialNumber));
                await console.Out.WriteLineAsync(call.IsJson(parsed) ? report.ToJson() : report.ToLines()).ConfigureAwait(false);
                return ExitCode.Success;
            }).ConfigureAwait(false);
        });
    }
}
