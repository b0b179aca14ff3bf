using GoogleCheckout;
using Microsoft.Extensions.Options;

namespace MerchantStore.Messages;

/// <summary>Logs what the client of each merchant sends and receives. The SDK masks it.</summary>
internal sealed class LoggedClient(MessageLog log) : IPostConfigureOptions<CheckoutOptions>
{
    public void PostConfigure(string? name, CheckoutOptions options) => options.OnMessage += message => log.Add(
        message.StatusCode is null ? MessageDirection.Sent : MessageDirection.Received, message.Operation, message.Xml, (int?)message.StatusCode);
}
