' <usings>
Imports Microsoft.AspNetCore.Builder
Imports Microsoft.Extensions.DependencyInjection
' </usings>

Public Module Site

    Public Function Build(arguments As String(), configure As Action(Of IServiceCollection)) As WebApplication
        ' <site>
        Dim builder = WebApplication.CreateBuilder(arguments)
        builder.Services.AddGoogleCheckout(builder.Configuration)
        builder.Services.AddNotificationHandler(Of OrderHandlers)()
        builder.Services.AddSingleton(Of OrderBook)()
        ' </site>
        configure(builder.Services)
        ' <map>
        Dim app = builder.Build()
        app.MapGoogleCheckout("/checkout/callback")
        ' </map>
        Return app
    End Function

End Module
