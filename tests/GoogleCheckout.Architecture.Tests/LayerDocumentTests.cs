using NUnit.Framework;

namespace GoogleCheckout.Architecture;

/// <summary>The documents that are generated from the sources.</summary>
public class LayerDocumentTests
{
    private const string HowToRenew = $"Renew the documents with: {Commands.Renewal}";

    private static readonly SourceRepository Repository = SourceRepository.Current;

    [Test]
    public void Documents_ComparedWithSources_AreUpToDate()
    {
        var outdated = LayerDocuments.Write(Shipped.Projects)
            .Where(document => !File.Exists(Repository.FullPath(document.Path)) || Repository.Read(document.Path) != document.Text)
            .Select(document => document.Path);

        Assert.That(outdated, Is.Empty, HowToRenew);
    }

    [Test]
    public void Pictures_ComparedWithProjects_HaveOneForEach()
    {
        var pictures = Directory.EnumerateFiles(Repository.FullPath("docs/images"), "house-*.svg")
            .Select(file => $"docs/images/{Path.GetFileName(file)}");

        Assert.That(pictures, Is.SubsetOf(LayerDocuments.Write(Shipped.Projects).Select(document => document.Path)), "a picture of no project");
    }
}
