using Deque.AxeCore.Commons;
using Microsoft.Playwright;
using NUnit.Framework;

namespace GoogleCheckout.Samples;

/// <summary>A real browser: Chromium, where the variable GOOGLE_CHECKOUT_CHROMIUM says it is.</summary>
internal static class ChromiumBrowser
{
    private const string Variable = "GOOGLE_CHECKOUT_CHROMIUM";

    // Finds what RunAxe of the package finds, in a page without frames. RunAxe opens a second page for each check, which takes longer than the check.
    private const string Violations = "axe.run({ resultTypes: ['violations'] }).then(result => result.violations.map(each => `${each.help}: ${each.nodes[0].html}`))";

    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    private static readonly string[] Quietly =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    /// <exception cref="IgnoreException">There is no such program.</exception>
    public static Task<IBrowser> LaunchAsync(IPlaywright playwright)
    {
        var path = Environment.GetEnvironmentVariable(Variable);
        return File.Exists(path)
            ? playwright.Chromium.LaunchAsync(new() { ExecutablePath = path, Args = Quietly })
            : throw new IgnoreException($"Chromium is needed: set {Variable} to the program.");
    }

    /// <summary>Nothing that axe finds fault with, and nothing that sticks out to the side.</summary>
    public static async Task CheckAsync(IPage page)
    {
        await page.EvaluateAsync(Axe);
        var violations = await page.EvaluateAsync<string[]>(Violations);
        var sideways = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        Assert.Multiple(() =>
        {
            Assert.That(violations, Is.Empty, page.Url);
            Assert.That(page.Frames, Has.Count.EqualTo(1), page.Url);
            Assert.That(sideways, Is.LessThanOrEqualTo(0), page.Url);
        });
    }
}
