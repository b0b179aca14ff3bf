using NUnit.Framework;

namespace GoogleCheckout.Architecture;

/// <summary>The layers of Layers.txt, kept by the sources.</summary>
public class LayerTests
{
    [TestCaseSource(typeof(Shipped), nameof(Shipped.Names))]
    public void Sources_Compiled_HaveNoErrors(string project)
    {
        AssertNone(Shipped.Of(project).Errors);
    }

    [TestCaseSource(typeof(Shipped), nameof(Shipped.Names))]
    public void Table_ComparedWithFolders_ListsEachFolder(string project)
    {
        AssertNone(LayerRules.CheckTable(Shipped.Of(project)));
    }

    [TestCaseSource(typeof(Shipped), nameof(Shipped.Names))]
    public void Folders_UseOnlyLowerLayers(string project)
    {
        AssertNone(LayerRules.CheckArrows(Shipped.Of(project)));
    }

    [TestCaseSource(typeof(Shipped), nameof(Shipped.Names))]
    public void Folders_DoNotUseEachOtherInACircle(string project)
    {
        AssertNone(LayerRules.CheckCircles(Shipped.Of(project)));
    }

    [Test]
    public void Http_DoesNotUseCartsOrOrders()
    {
        var uses = Shipped.Of("GoogleCheckout.Sdk").Uses
            .Where(use => use.From.Split('/')[0] == "Http" && use.To.Split('/')[0] is "Carts" or "Orders" or "Calculations");

        AssertNone(uses.Select(use => use.ToString()));
    }

    private static void AssertNone(IEnumerable<string> problems)
    {
        var list = problems.ToList();

        Assert.That(list, Is.Empty, string.Join(Environment.NewLine, list));
    }
}
