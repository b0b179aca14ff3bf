using GoogleCheckout.Architecture.Fixtures;
using NUnit.Framework;

namespace GoogleCheckout.Architecture;

/// <summary>What breaks the layers, and what the message says.</summary>
public class LayerRulesTests
{
    [Test]
    public void CheckArrows_UseOfAHigherLayer_NamesFileLineTypeAndFolder()
    {
        var project = InMemoryProject.Analyze(
            ("High/Roof.cs", "namespace Sample; public class Roof;"),
            ("Low/Cellar.cs", "namespace Sample;\npublic class Cellar { public Roof? Roof; }"));

        Assert.That(LayerRules.CheckArrows(project), Is.EqualTo(new[] { "Low/Cellar.cs:2: Low uses Roof of High, which is above it." }));
    }

    [Test]
    public void CheckArrows_UseOfTheSameLayer_NamesIt()
    {
        var project = InMemoryProject.Analyze(
            ("Middle/One.cs", "namespace Sample; public class One;"),
            ("Beside/Other.cs", "namespace Sample; public class Other { public One? One; }"));

        Assert.That(LayerRules.CheckArrows(project), Is.EqualTo(new[] { "Beside/Other.cs:1: Beside uses One of Middle, which is on the same floor." }));
    }

    [Test]
    public void CheckArrows_UseOfLowerLayers_FindsNothing()
    {
        var project = InMemoryProject.Analyze(
            ("Root.cs", "namespace Sample; public class Root;"),
            ("Low/Cellar.cs", "namespace Sample; public class Cellar { public Root? Root; }"),
            ("High/Roof.cs", "namespace Sample; public class Roof { public Cellar? Cellar; public Root? Root; }"));

        Assert.That(LayerRules.CheckArrows(project), Is.Empty);
    }

    [Test]
    public void CheckArrows_Subfolder_BelongsToTheFolderAboveIt()
    {
        var project = InMemoryProject.Analyze(
            ("High/Attic/Roof.cs", "namespace Sample; public class Roof;"),
            ("High/Top.cs", "namespace Sample; public class Top { public Roof? Roof; }"),
            ("Low/Stairs/Cellar.cs", "namespace Sample; public class Cellar { public Roof? Roof; }"));

        Assert.That(
            LayerRules.CheckArrows(project),
            Is.EqualTo(new[] { "Low/Stairs/Cellar.cs:1: Low/Stairs uses Roof of High/Attic, which is above it." }));
    }

    [Test]
    public void CheckCircles_SubfoldersOfOneLayer_NamesBothWays()
    {
        var project = InMemoryProject.Analyze(
            ("Low/Left/One.cs", "namespace Sample; public class One { public Other? Other; }"),
            ("Low/Right/Other.cs", "namespace Sample; public class Other { public One? One; }"));

        Assert.That(LayerRules.CheckCircles(project).Single(), Does
            .StartWith("2 folders use each other in a circle: Low/Left, Low/Right.")
            .And.Contain("Low/Left/One.cs:1: Low/Left uses Other of Low/Right")
            .And.Contain("Low/Right/Other.cs:1: Low/Right uses One of Low/Left"));
    }

    [Test]
    public void CheckCircles_ThreeFoldersInARow_FindsTheCircle()
    {
        var project = InMemoryProject.Analyze(
            ("Low/One.cs", "namespace Sample; public class One { public Two? Two; }"),
            ("Middle/Two.cs", "namespace Sample; public class Two { public Three? Three; }"),
            ("High/Three.cs", "namespace Sample; public class Three { public One? One; }"));

        Assert.That(LayerRules.CheckCircles(project).Single(), Does.StartWith("3 folders use each other in a circle: High, Low, Middle."));
    }

    [Test]
    public void CheckTable_FolderOutsideTheTable_NamesIt()
    {
        var project = InMemoryProject.Analyze(
            ("Garden/Tree.cs", "namespace Sample; public class Tree;"),
            ("Root.cs", "namespace Sample; public class Root;"));

        Assert.That(LayerRules.CheckTable(project), Has.Some.StartsWith("Sample: the folder Garden is in no layer.")
            .And.Some.StartsWith("Sample: the layer Low has no files.")
            .And.None.Contains("(root)"));
    }

    [Test]
    public void Analyze_SourceWithAnError_ReportsIt()
    {
        var project = InMemoryProject.Analyze(("Low/Broken.cs", "public class Broken { public Missing? Missing; }"));

        Assert.That(project.Errors, Has.Some.Contains("Low/Broken.cs(1,30)"));
    }
}
