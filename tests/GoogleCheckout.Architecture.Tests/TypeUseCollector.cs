using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GoogleCheckout.Architecture;

/// <summary>
/// Finds what each line of a project uses: the types it names or leaves to var, and the types whose members, constructors,
/// operators or conversions it calls. Documentation comments may name anything.
/// </summary>
internal sealed class TypeUseCollector
{
    private readonly Dictionary<string, SourceFile> _files;
    private readonly HashSet<TypeUse> _uses = [];

    private TypeUseCollector(SourceProject project) => _files = project.Files.ToDictionary(file => file.RepositoryPath);

    /// <summary>The uses between folders of the project, in the order of files and lines.</summary>
    public static IReadOnlyList<TypeUse> Collect(SourceProject project, Compilation compilation)
    {
        var collector = new TypeUseCollector(project);
        foreach (var tree in compilation.SyntaxTrees.Where(tree => collector._files.ContainsKey(tree.FilePath)))
        {
            collector.Collect(tree, compilation.GetSemanticModel(tree));
        }

        return
        [
            .. collector._uses
                .OrderBy(use => use.File, StringComparer.Ordinal)
                .ThenBy(use => use.Line)
                .ThenBy(use => use.Type, StringComparer.Ordinal),
        ];
    }

    private void Collect(SyntaxTree tree, SemanticModel model)
    {
        foreach (var node in tree.GetRoot().DescendantNodes())
        {
            foreach (var symbol in SymbolsOf(node, model))
            {
                Add(node, symbol);
            }
        }
    }

    private static IEnumerable<ISymbol?> SymbolsOf(SyntaxNode node, SemanticModel model)
    {
        if (node is ExpressionSyntax or AttributeSyntax or ConstructorInitializerSyntax or PrimaryConstructorBaseTypeSyntax)
        {
            var info = model.GetSymbolInfo(node);
            yield return info.Symbol ?? info.CandidateSymbols.FirstOrDefault();
        }

        if (node is ExpressionSyntax expression)
        {
            yield return model.GetConversion(expression).MethodSymbol;
        }

        if (node is CommonForEachStatementSyntax loop)
        {
            var info = model.GetForEachStatementInfo(loop);
            yield return info.GetEnumeratorMethod;
            yield return info.CurrentProperty;
            yield return info.ElementType;
        }
    }

    private void Add(SyntaxNode node, ISymbol? symbol)
    {
        switch (symbol)
        {
            case IAliasSymbol alias:
                Add(node, alias.Target);
                break;
            case IArrayTypeSymbol array:
                Add(node, array.ElementType);
                break;
            case INamedTypeSymbol type:
                AddType(node, type, type.OriginalDefinition);
                foreach (var argument in type.TypeArguments)
                {
                    Add(node, argument);
                }

                break;
            case IMethodSymbol method:
                AddMember(node, method.ReducedFrom ?? method);
                break;
            case IFieldSymbol or IPropertySymbol or IEventSymbol:
                AddMember(node, symbol);
                break;
        }
    }

    private void AddMember(SyntaxNode node, ISymbol member)
    {
        if (member.ContainingType is { } type)
        {
            AddType(node, type, member.OriginalDefinition);
        }
    }

    // Where a type has parts in several files, the file of the member counts.
    private void AddType(SyntaxNode node, INamedTypeSymbol type, ISymbol declared)
    {
        var to = FileOf(declared) ?? FileOf(type.OriginalDefinition);
        var from = _files[node.SyntaxTree.FilePath];
        if (to is not null && to.Folder != from.Folder)
        {
            var line = node.GetLocation().GetLineSpan().StartLinePosition.Line + 1;
            _uses.Add(new TypeUse(from.Folder, from.RepositoryPath, line, NameOf(type), to.Folder));
        }
    }

    private SourceFile? FileOf(ISymbol symbol)
    {
        var files = symbol.DeclaringSyntaxReferences.Select(part => _files.GetValueOrDefault(part.SyntaxTree.FilePath)).OfType<SourceFile>();
        return files.OrderBy(file => Path.GetFileName(file.Path) != $"{symbol.Name}.cs").ThenBy(file => file.Path, StringComparer.Ordinal).FirstOrDefault();
    }

    private static string NameOf(INamedTypeSymbol type) =>
        type.ContainingType is { } outer ? $"{NameOf(outer)}.{type.Name}" : type.Name;
}
