using Microsoft.CodeAnalysis;

namespace GoogleCheckout.Documentation.Sources;

/// <summary>Finds what a project declares, and the comment of each declaration.</summary>
internal static class Declarations
{
    /// <summary>Returns the types that users of a project can see, nested ones included.</summary>
    public static IEnumerable<INamedTypeSymbol> VisibleTypes(this SourceProject project) => Types(project.Compilation.Assembly.GlobalNamespace).Where(IsVisible);

    /// <summary>Returns the members of a type that its users or derived types can see and that the sources declare.</summary>
    public static IEnumerable<ISymbol> VisibleMembers(this INamedTypeSymbol type) => type.TypeKind == TypeKind.Delegate
        ? []
        : type.GetMembers().Where(member =>
            IsVisible(member)
            && !member.IsImplicitlyDeclared
            && member is not INamedTypeSymbol
            && member is not IMethodSymbol { AssociatedSymbol: not null }
            && member is not IMethodSymbol { MethodKind: MethodKind.StaticConstructor or MethodKind.Destructor });

    /// <summary>Returns the parts of a symbol's declaration, the documented ones first.</summary>
    public static IEnumerable<(SyntaxNode Node, DocComment? Comment)> Parts(this ISymbol symbol) => symbol.DeclaringSyntaxReferences
        .Select(reference => reference.GetSyntax())
        .Select(node => (node, DocComment.Of(node)))
        .OrderByDescending(part => part.Item2?.Root.Element("summary") is not null);

    /// <summary>Returns the line of a declaration's name, counted from 1.</summary>
    public static int Line(this ISymbol symbol, SyntaxNode part)
    {
        var name = symbol.Locations.FirstOrDefault(location => location.SourceTree == part.SyntaxTree && part.Span.Contains(location.SourceSpan));
        return (name ?? part.GetLocation()).GetLineSpan().StartLinePosition.Line + 1;
    }

    private static IEnumerable<INamedTypeSymbol> Types(INamespaceOrTypeSymbol container) => container.GetMembers().SelectMany(member => member switch
    {
        INamespaceSymbol space => Types(space),
        INamedTypeSymbol type => Types(type).Prepend(type),
        _ => [],
    });

    private static bool IsVisible(ISymbol symbol) =>
        symbol.DeclaredAccessibility is Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal
        && (symbol.ContainingType is not { } type || IsVisible(type));
}
