// <usings>
using System.Data.Common;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
// </usings>

namespace TeaShop;

/// <summary>The start of a site with the ported pages.</summary>
internal static class NotificationSite
{
    public static WebApplication Build(string[] args, DbDataSource database, Action<IServiceCollection> configure)
    {
        // <services>
        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddGoogleCheckout(builder.Configuration);
        builder.Services.AddNotificationInbox(database);
        builder.Services.AddNotificationHandler<OrderHandlers>();
        // </services>
        configure(builder.Services);
        // <map>
        var app = builder.Build();
        app.MapGoogleCheckout("/checkout/callback");
        // </map>
        TaxRulesPage.Map(app);
        PrivateDataPage.Map(app);
        return app;
    }
}
