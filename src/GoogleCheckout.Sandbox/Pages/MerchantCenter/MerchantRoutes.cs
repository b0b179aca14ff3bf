using System.Net;
using AspNetCoreGeneratedDocument;
using GoogleCheckout.Sandbox.Accounts;
using Microsoft.AspNetCore.Http;

namespace GoogleCheckout.Sandbox.Pages.MerchantCenter;

/// <summary>The pages and forms of the Merchant Center. All but the login itself need it.</summary>
internal sealed class MerchantRoutes
{
    private readonly MerchantSession _session;
    private readonly IReadOnlyList<MerchantRoute> _table;
    private readonly IReadOnlyList<(string Name, string Path)> _sections;

    /// <param name="accounts">The accounts of the merchants.</param>
    public MerchantRoutes(MerchantAccounts accounts)
    {
        _session = new MerchantSession(accounts);

        var clock = new ClockPage(accounts);

        // The first page of each section is its link in the navigation.
        _table =
        [
            Get("Orders", PageUrls.Inbox, InboxPage.Show),
            Get("Orders", PageUrls.OrderFile, InboxPage.Download),
            Get("Orders", PageUrls.Order, OrderPage.Show),
            Post("Orders", PageUrls.Order, OrderPage.Submit),
            Get("Console", PageUrls.Console, ConsolePage.Show),
            Get("Console", PageUrls.ConsoleMessage, ConsoleMessagePage.Show),
            Post("Console", PageUrls.ConsoleMessage, ConsoleMessagePage.SubmitAsync),
            Get("Clock", PageUrls.Clock, clock.Show),
            Post("Clock", PageUrls.Clock, clock.AdvanceAsync),
            Get("Faults", PageUrls.Faults, FaultsPage.Show),
            Post("Faults", PageUrls.Faults, FaultsPage.Add),
            Post("Faults", PageUrls.RemoveFault, FaultsPage.Remove),
            Get("Settings", PageUrls.Settings, SettingsPage.Show),
            Post("Settings", PageUrls.Settings, SettingsPage.SubmitAsync),
        ];
        _sections = [.. _table.Where(route => HttpMethods.IsGet(route.Method)).DistinctBy(route => route.Section).Select(route => (route.Section, route.Path))];
    }

    /// <summary>Returns all routes below <c>/sell/</c>.</summary>
    public IReadOnlyList<PageRoute> ToPageRoutes()
    {
        var signIn = new SignInPage(_session);
        return
        [
            PageRoute.Get("/sell", _ => Page.Redirect(PageUrls.Inbox)),
            PageRoute.Get(PageUrls.MerchantCenter, _ => Page.Redirect(PageUrls.Inbox)),
            PageRoute.Get(PageUrls.SignIn, SignInPage.Show) with { Refuse = AllowStrangers },
            PageRoute.Post(PageUrls.SignIn, signIn.SubmitAsync) with { Refuse = AllowStrangers },
            PageRoute.Post(PageUrls.SignOut, SignInPage.SignOutAsync) with { Refuse = RefuseStrangers },
            .. _table.Select(route => new PageRoute(route.Method, route.Path, page => HandleAsync(route, page)) { Refuse = RefuseStrangers }),
        ];
    }

    private static MerchantRoute Get(string section, string path, Func<MerchantRequest, Page> handle) =>
        new(section, HttpMethods.Get, path, request => Task.FromResult(handle(request)));

    private static MerchantRoute Post(string section, string path, Func<MerchantRequest, Page> handle) =>
        Post(section, path, request => Task.FromResult(handle(request)));

    private static MerchantRoute Post(string section, string path, Func<MerchantRequest, Task<Page>> handleAsync) => new(section, HttpMethods.Post, path, handleAsync);

    private static Page? AllowStrangers(HttpContext context)
    {
        MerchantSession.Ignore(context);
        return null;
    }

    private Page? RefuseStrangers(HttpContext context) => _session.FindAccount(context) is not null ? null
        : HttpMethods.IsPost(context.Request.Method) ? Page.CreateMessage("You are not signed in", "The form was not executed. Sign in, and send it again.", HttpStatusCode.Unauthorized, "Sign in", PageUrls.SignIn)
        : Page.Redirect(SignInPage.UrlFor(context.Request.Path + context.Request.QueryString));

    private async Task<Page> HandleAsync(MerchantRoute route, PageRequest page)
    {
        var account = _session.FindAccount(page.Request.HttpContext)!;
        var response = await route.HandleAsync(new MerchantRequest(page.Request, account, page.Token, page.Fields)).ConfigureAwait(false);
        return response with { Navigation = new Pages_MerchantCenter_Navigation { Model = new NavigationModel(account.Id, page.Token, _sections, route.Section) } };
    }
}
