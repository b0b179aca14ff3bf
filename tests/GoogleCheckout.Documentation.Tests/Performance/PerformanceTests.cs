using System.Text.Json;
using NUnit.Framework;

namespace GoogleCheckout.Documentation.Performance;

/// <summary>What the README and the page say about speed is what the last benchmark run measured.</summary>
public class PerformanceTests
{
    private static readonly JsonElement Results = JsonDocument.Parse(Checkout.Current.Read("docs/performance.json")).RootElement;

    [Test]
    public void Readme_AboutSpeed_HasTheMeasuredFigures()
    {
        Assert.That(Checkout.Current.Read("README.md"), Does.Contain(Results.GetProperty("Sentence").GetString()));
    }

    [Test]
    public void Page_AboutSpeed_HasEveryMeasuredRow()
    {
        var page = Checkout.Current.Read("docs/performance.md");
        var rows = Results.GetProperty("Measurements").EnumerateArray().SelectMany(part => part.GetProperty("Rows").EnumerateArray());

        Assert.That(rows.Select(row => $"| {row.GetProperty("What").GetString()} | {row.GetProperty("Measured").GetString()} |"), Is.All.Matches<string>(page.Contains));
    }
}
