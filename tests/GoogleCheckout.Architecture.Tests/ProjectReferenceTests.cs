using NUnit.Framework;

namespace GoogleCheckout.Architecture;

/// <summary>Which project references which, by the project files.</summary>
public class ProjectReferenceTests
{
    private static readonly SourceRepository Repository = SourceRepository.Current;
    private static readonly LayerTable Table = LayerTable.Load(Repository);

    [Test]
    public void Table_ComparedWithProjects_ListsEachShippedProject()
    {
        Assert.That(Table.Projects.Select(layers => layers.Project), Is.EquivalentTo(Shipped.Names));
    }

    [TestCaseSource(typeof(Shipped), nameof(Shipped.Names))]
    public void ShippedProjects_ReferenceOnlyTheProjectsOfTheTable(string project)
    {
        var references = Repository.ShippedProjects.Single(shipped => shipped.Name == project).References;

        Assert.That(references, Is.SubsetOf(Table.Of(project)!.References));
    }

    [Test]
    public void Table_ReferencesEarlierProjectsOnly()
    {
        var wrong = Table.Projects.Index()
            .Where(layers => layers.Item.References.Except(Table.Projects.Take(layers.Index).Select(earlier => earlier.Project)).Any())
            .Select(layers => layers.Item.Project);

        Assert.That(wrong, Is.Empty, "a project can reference only projects above it in the table");
    }

    [Test]
    public void Samples_ReferenceOnlyShippedProjects()
    {
        var wrong = Repository.ProjectsBelow("samples")
            .SelectMany(sample => sample.References.Except(Shipped.Names), (sample, reference) => $"{sample} references {reference}");

        Assert.That(wrong, Is.Empty);
    }
}
