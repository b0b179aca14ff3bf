using GoogleCheckout.Configuration;
using GoogleCheckout.Diagnostics;
using GoogleCheckout.Http;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Logging;

namespace GoogleCheckout.DependencyInjection;

/// <summary>Ensures that each of our pipelines ends in a <see cref="SingleSendHandler"/>, even if its primary handler was replaced.</summary>
internal sealed class SingleSendFilter(IEnumerable<RegisteredMerchant> merchants, ILoggerFactory loggers) : IHttpMessageHandlerBuilderFilter
{
    private readonly HashSet<string> _names = [.. merchants.Select(merchant => merchant.ClientName)];

    public Action<HttpMessageHandlerBuilder> Configure(Action<HttpMessageHandlerBuilder> next) => builder =>
    {
        next(builder);
        if (builder.Name is { } name && _names.Contains(name) && !EndsInSingleSendHandler(builder.PrimaryHandler))
        {
            Log.PrimaryHandlerReplaced(loggers.CreateLogger(Log.Category), name);
            builder.PrimaryHandler = new SingleSendHandler(builder.PrimaryHandler, isOwnNetwork: false);
        }
    };

    private static bool EndsInSingleSendHandler(HttpMessageHandler? handler) =>
        handler is SingleSendHandler || (handler is DelegatingHandler outer && EndsInSingleSendHandler(outer.InnerHandler));
}
