using GoogleCheckout.Documentation.Sources;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GoogleCheckout.Documentation.Members;

/// <summary>Finds the exceptions that a member throws in its own body.</summary>
internal static class ThrownExceptions
{
    private static readonly string[] NeverExpected = ["UnreachableException", "SwitchExpressionException", "NotImplementedException"];

    /// <summary>Returns the type names of the exceptions; those of nested functions are not included.</summary>
    /// <returns>Names without namespaces; empty if the body throws nothing.</returns>
    public static IEnumerable<string> In(SyntaxNode declaration, SourceProject project)
    {
        // The members of a type speak for themselves.
        if (declaration is BaseTypeDeclarationSyntax)
        {
            return [];
        }

        var model = project.ModelOf(declaration);
        return declaration
            .DescendantNodes(node => node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax))
            .Select(node => node switch
            {
                ThrowStatementSyntax { Expression: BaseObjectCreationExpressionSyntax created } => model.GetTypeInfo(created).Type?.Name,
                ThrowExpressionSyntax { Expression: BaseObjectCreationExpressionSyntax created } => model.GetTypeInfo(created).Type?.Name,
                InvocationExpressionSyntax call when model.GetSymbolInfo(call).Symbol is IMethodSymbol { IsStatic: true } method
                    && method.Name.StartsWith("ThrowIf", StringComparison.Ordinal)
                    && method.ContainingType.Name.EndsWith("Exception", StringComparison.Ordinal) => method.ContainingType.Name,
                _ => null,
            })
            .OfType<string>()
            .Except(NeverExpected);
    }
}
