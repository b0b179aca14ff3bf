using Microsoft.AspNetCore.Routing.Template;

namespace GoogleCheckout.Samples.MerchantStore;

/// <summary>The pages of the store as its folder Pages has them, for example <c>Orders/Index</c>, so that a new page is in the tests without a list that somebody has to extend.</summary>
internal static class StorePages
{
    private const string Directive = "@page";

    // Every address that is none of the store's shows this page.
    private const string Status = "Status";

    // It has no content: its form leads back to the page that was open.
    private const string Clock = "Development/Clock";

    private static readonly string Folder = Path.Combine(Repository.Root, "samples/MerchantStore/Pages");

    private static readonly IReadOnlyList<(string Name, TemplateMatcher Route)> Routes = [.. ReadRoutes()];

    public static IEnumerable<string> Names => Routes.Select(page => page.Name);

    /// <summary>Returns the name of the page at the address.</summary>
    public static string NameOf(Uri address) => Routes.Where(page => page.Route.TryMatch(address.AbsolutePath, []))
        .Select(page => page.Name).DefaultIfEmpty(Status).First();

    private static IEnumerable<(string Name, TemplateMatcher Route)> ReadRoutes() =>
        from file in Directory.EnumerateFiles(Folder, "*.cshtml", SearchOption.AllDirectories)
        let first = File.ReadLines(file).First()
        where first.StartsWith(Directive, StringComparison.Ordinal)
        let name = Path.ChangeExtension(Path.GetRelativePath(Folder, file), null).Replace('\\', '/')
        where name != Clock
        let route = first[Directive.Length..].Trim(' ', '"')
        let template = TemplateParser.Parse(route.StartsWith('/') ? route[1..] : $"{name}/{route}".Replace("Index/", string.Empty).TrimEnd('/'))
        orderby template.Parameters.Count
        select (name, new TemplateMatcher(template, []));
}
