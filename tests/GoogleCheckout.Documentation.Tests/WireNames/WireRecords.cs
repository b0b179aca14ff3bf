using GoogleCheckout.Documentation.Sources;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GoogleCheckout.Documentation.WireNames;

/// <summary>The public records that the codecs fill, and where they read each property.</summary>
internal sealed class WireRecords
{
    private readonly Dictionary<ISymbol, HashSet<WirePath>> _paths = new(SymbolEqualityComparer.Default);
    private readonly HashSet<INamedTypeSymbol> _types = new(SymbolEqualityComparer.Default);
    private readonly CodecEvaluator _evaluator;
    private readonly SourceProject _project;

    private WireRecords(SourceProject project)
    {
        _project = project;
        IReadOnlyList<SyntaxTree> codecs = [.. project.Compilation.SyntaxTrees.Where(tree => tree.FilePath.Contains("/Xml/", StringComparison.Ordinal))];
        _evaluator = new CodecEvaluator(project, codecs);
        foreach (var node in codecs.SelectMany(tree => tree.GetRoot().DescendantNodes()))
        {
            AddIfCreation(node);
        }
    }

    /// <summary>The records that a codec creates.</summary>
    public IEnumerable<INamedTypeSymbol> Types => _types;

    /// <summary>Reads the codecs of a project, which are below its folder Xml.</summary>
    public static WireRecords In(SourceProject project) => new(project);

    /// <summary>Returns the settable public properties of the records, and those of their base types.</summary>
    public IEnumerable<IPropertySymbol> Properties() => _types
        .SelectMany(BaseTypesAndSelf)
        .Distinct<INamedTypeSymbol>(SymbolEqualityComparer.Default)
        .SelectMany(type => type.GetMembers().OfType<IPropertySymbol>())
        .Where(property => property is { DeclaredAccessibility: Accessibility.Public, IsStatic: false, SetMethod.DeclaredAccessibility: Accessibility.Public });

    /// <summary>Returns the sentences that document where the codecs read a property.</summary>
    /// <returns>The sentences; empty if no codec reads the property, several if codecs read it from different places.</returns>
    public IReadOnlyList<string> Sentences(IPropertySymbol property) =>
        _paths.TryGetValue(property, out var paths) ? [.. paths.Select(path => path.Sentence()).Distinct().Order(StringComparer.Ordinal)] : [];

    // An entry of an archive has a message, and is not one. A violation of the schema and a notification that cannot be read describe a part of a message.
    private static bool DescribesADocument(INamedTypeSymbol type) => type.ContainingNamespace.Name == "Archives" || type.Name is "SchemaViolation" or "UnreadableNotification";

    private void AddIfCreation(SyntaxNode node)
    {
        var (initializer, arguments) = node switch
        {
            BaseObjectCreationExpressionSyntax created => (created.Initializer, created.ArgumentList),
            WithExpressionSyntax with => (with.Initializer, null),
            _ => (null, null),
        };
        if (node is not (BaseObjectCreationExpressionSyntax or WithExpressionSyntax)
            || _project.ModelOf(node).GetTypeInfo(node).Type is not INamedTypeSymbol { IsRecord: true, DeclaredAccessibility: Accessibility.Public, ContainingType: null } type
            || !SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, _project.Compilation.Assembly)
            || DescribesADocument(type))
        {
            return;
        }

        _types.Add(type);
        foreach (var assignment in initializer?.Expressions.OfType<AssignmentExpressionSyntax>() ?? [])
        {
            Add(_project.ModelOf(assignment).GetSymbolInfo(assignment.Left).Symbol, assignment.Right);
        }

        if (arguments is not null && _project.ModelOf(node).GetSymbolInfo(node).Symbol is IMethodSymbol constructor)
        {
            foreach (var (parameter, argument) in constructor.Parameters.Zip(arguments.Arguments))
            {
                Add(type.GetMembers().OfType<IPropertySymbol>().FirstOrDefault(property => property.Name.Equals(parameter.Name, StringComparison.OrdinalIgnoreCase)), argument.Expression);
            }
        }
    }

    private void Add(ISymbol? property, ExpressionSyntax value)
    {
        if (property is not null && _evaluator.Evaluate(value) is { } path)
        {
            (_paths.TryGetValue(property, out var paths) ? paths : _paths[property] = []).Add(path);
        }
    }

    private static IEnumerable<INamedTypeSymbol> BaseTypesAndSelf(INamedTypeSymbol type)
    {
        for (var current = type; current?.IsRecord == true; current = current.BaseType)
        {
            yield return current;
        }
    }
}
