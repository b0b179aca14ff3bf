// <program>
using GoogleCheckout;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddGoogleCheckout(builder.Configuration);
var app = builder.Build();
app.MapGet("/hello", async (CheckoutClient client) =>
{
    await client.HelloAsync();
    return "The address, the merchant and the certificates are right.";
});
app.Run();
// </program>
