// <usings>
using System.Threading.Tasks;
using System.Web;
using GoogleCheckout.Callbacks;
// </usings>

// <callback>
public sealed class CheckoutCallback : HttpTaskAsyncHandler
{
    private static readonly CallbackEndpoint Endpoint = new CallbackEndpoint(Shop.Services);

    public override bool IsReusable => true;

    public override async Task ProcessRequestAsync(HttpContext context)
    {
        var answer = await Endpoint.HandleAsync(new CallbackRequest
        {
            Method = context.Request.HttpMethod,
            IsHttps = context.Request.IsSecureConnection,
            Authorization = context.Request.Headers["Authorization"],
            ContentType = context.Request.ContentType,
            ContentLength = context.Request.ContentLength,
            Body = context.Request.InputStream,
        });
        context.Response.StatusCode = answer.StatusCode;
        context.Response.TrySkipIisCustomErrors = true;
        context.Response.ContentType = answer.ContentType;
        foreach (var header in answer.Headers)
        {
            context.Response.Headers[header.Key] = header.Value;
        }

        context.Response.BinaryWrite(answer.Body.ToArray());
    }
}
// </callback>
