using System.Text.RegularExpressions;
using GoogleCheckout.Documentation.Sources;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GoogleCheckout.Documentation.Members;

/// <summary>Checks that every public and protected member says all that its user needs.</summary>
internal sealed partial class MemberDocumentation(SourceProject project)
{
    private const string Canceled = nameof(OperationCanceledException);

    // Exceptions of each method of the client that sends a request.
    private static readonly string[] ClientExceptions = ["CheckoutApiException", "CheckoutException", "CheckoutXmlException"];

    private readonly List<Violation> _violations = [];
    private ISymbol _symbol = null!;
    private SyntaxNode _part = null!;

    public static IReadOnlyList<Violation> Check(SourceProject project)
    {
        var check = new MemberDocumentation(project);
        foreach (var type in project.VisibleTypes())
        {
            check.CheckSymbol(type);
            foreach (var member in type.VisibleMembers().Where(member => !member.DeclaringSyntaxReferences.Any(part => part.GetSyntax() is ParameterSyntax)))
            {
                check.CheckSymbol(member);
            }
        }

        return check._violations;
    }

    private void CheckSymbol(ISymbol symbol)
    {
        var parts = symbol.Parts().ToList();
        var comment = parts[0].Comment;
        (_symbol, _part) = (symbol, parts[0].Node);
        if (comment is null)
        {
            Add("has no documentation comment, or one that is not XML");
            return;
        }

        if (comment.IsInherited)
        {
            Require(Inherits(symbol) || comment.Root.Element("inheritdoc")!.Attribute("cref") is not null, "has <inheritdoc/>, but nothing to inherit from");
            return;
        }

        Require(comment.Content("summary") is { Length: > 0 }, "has no <summary>");
        CheckParameters(symbol, comment);
        var method = symbol as IMethodSymbol ?? (symbol as INamedTypeSymbol)?.DelegateInvokeMethod;
        if (method is not null)
        {
            CheckReturns(method, comment);
            CheckCancellation(method, comment);
        }

        foreach (var exception in parts.SelectMany(part => ThrownExceptions.In(part.Node, project)).Distinct())
        {
            Require(comment.Exception(exception) is not null, $"throws {exception}, but has no <exception> for it");
        }

        Require(comment.Root.Elements("exception").All(exception => exception.Value.Trim().Length > 0 || exception.HasElements), "has an empty <exception>");
    }

    private void CheckParameters(ISymbol symbol, DocComment comment)
    {
        var (types, parameters) = symbol switch
        {
            IMethodSymbol method => (method.TypeParameters, method.Parameters),
            IPropertySymbol property => ([], property.Parameters),
            INamedTypeSymbol { DelegateInvokeMethod: { } invoke } type => (type.TypeParameters, invoke.Parameters),
            INamedTypeSymbol type => (type.TypeParameters, PrimaryConstructor(type)?.Parameters ?? []),
            _ => ([], []),
        };
        foreach (var type in types)
        {
            Require(comment.Content("typeparam", type.Name) is { Length: > 0 }, $"has no <typeparam name=\"{type.Name}\">");
        }

        foreach (var parameter in parameters)
        {
            Require(comment.Content("param", parameter.Name) is { Length: > 0 }, $"has no <param name=\"{parameter.Name}\">");
        }
    }

    private void CheckReturns(IMethodSymbol method, DocComment comment)
    {
        if (method.MethodKind == MethodKind.Constructor || ResultOf(method.ReturnType) is not { } result)
        {
            return;
        }

        if (comment.Content("returns") is not { Length: > 0 } returns)
        {
            Add("has no <returns>");
            return;
        }

        Require(!IsNullable(result) || Null().IsMatch(returns), "may return null, but its <returns> does not say when (it does not contain \"null\")");
        Require(!IsCollection(result) || Empty().IsMatch(returns), "returns a collection, but its <returns> does not say when it is empty (it does not contain \"empty\")");
    }

    private void CheckCancellation(IMethodSymbol method, DocComment comment)
    {
        if (!method.Parameters.Any(parameter => parameter.Type.Name == nameof(CancellationToken)) || !IsAwaited(method.ReturnType))
        {
            return;
        }

        var canceled = comment.Exception(Canceled);
        Require(canceled is not null, $"takes a CancellationToken, but has no <exception cref=\"{Canceled}\">");
        if (method is { ContainingType.Name: "CheckoutClient", DeclaredAccessibility: Accessibility.Public })
        {
            foreach (var exception in ClientExceptions)
            {
                Require(comment.Exception(exception) is not null, $"sends a request, but has no <exception cref=\"{exception}\">");
            }

            var isCommand = ResultOf(method.ReturnType)?.Name == "RequestReceivedResponse";
            Require(!isCommand || canceled is null || May().IsMatch(canceled), $"is a command, but its <exception cref=\"{Canceled}\"> does not say that the command may have been executed (it does not contain \"may\")");
        }
    }

    private void Require(bool condition, string otherwise)
    {
        if (!condition)
        {
            Add(otherwise);
        }
    }

    private void Add(string message) =>
        _violations.Add(new Violation(_part.SyntaxTree.FilePath, _symbol.Line(_part), $"{_symbol.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat)} {message}"));

    /// <summary>Returns the type of what a caller gets, after awaiting.</summary>
    /// <returns>The type; null if the caller gets nothing.</returns>
    private static ITypeSymbol? ResultOf(ITypeSymbol type) => type switch
    {
        { SpecialType: SpecialType.System_Void } => null,
        INamedTypeSymbol { Name: "Task" or "ValueTask" } task => task.TypeArguments.FirstOrDefault(),
        _ => type,
    };

    private static bool IsAwaited(ITypeSymbol type) => type.Name is "Task" or "ValueTask" or "IAsyncEnumerable";

    private static bool IsNullable(ITypeSymbol type) =>
        type.NullableAnnotation == NullableAnnotation.Annotated || type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T;

    private static bool IsCollection(ITypeSymbol type) =>
        type is IArrayTypeSymbol || type.ContainingNamespace?.ToDisplayString() is "System.Collections.Generic" or "System.Collections.Immutable" or "System.Collections.ObjectModel";

    private static bool Inherits(ISymbol symbol) => symbol.IsOverride
        || symbol.ContainingType is { } type && (type.AllInterfaces.SelectMany(face => face.GetMembers()).Any(member => SymbolEqualityComparer.Default.Equals(type.FindImplementationForInterfaceMember(member), symbol))
            || symbol is IMethodSymbol { MethodKind: MethodKind.Constructor });

    private static IMethodSymbol? PrimaryConstructor(INamedTypeSymbol type) => type.InstanceConstructors
        .FirstOrDefault(constructor => constructor.DeclaringSyntaxReferences.Any(part => part.GetSyntax() is TypeDeclarationSyntax { ParameterList: not null }));

    [GeneratedRegex(@"\bnull\b", RegexOptions.IgnoreCase)]
    private static partial Regex Null();

    [GeneratedRegex(@"\bempty\b", RegexOptions.IgnoreCase)]
    private static partial Regex Empty();

    [GeneratedRegex(@"\bmay\b", RegexOptions.IgnoreCase)]
    private static partial Regex May();
}
