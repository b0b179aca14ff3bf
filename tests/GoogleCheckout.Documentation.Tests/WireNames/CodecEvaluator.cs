using System.Collections.Immutable;
using GoogleCheckout.Documentation.Sources;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GoogleCheckout.Documentation.WireNames;

/// <summary>
/// Evaluates the expressions of codecs, but with places in the document for values: <c>element.OptionalText(Elements.City)</c>
/// becomes the place <c>city</c>. Follows the codecs' own methods, lambdas and variables.
/// </summary>
internal sealed class CodecEvaluator(SourceProject project, IReadOnlyList<SyntaxTree> codecs)
{
    private const string Reader = "WireElement";
    private const int MaxDepth = 30;

    private int _depth;

    /// <summary>Evaluates an expression in a codec's method, whose parameter is the element that it reads.</summary>
    /// <returns>The place; null if the value is not read from the document.</returns>
    public WirePath? Evaluate(ExpressionSyntax expression) => Evaluate(expression, Scope.Empty);

    private WirePath? Evaluate(ExpressionSyntax? expression, Scope scope)
    {
        if (expression is null || ++_depth > MaxDepth)
        {
            return null;
        }

        try
        {
            return expression switch
            {
                ParenthesizedExpressionSyntax inner => Evaluate(inner.Expression, scope),
                PostfixUnaryExpressionSyntax suppressed => Evaluate(suppressed.Operand, scope),
                CastExpressionSyntax cast => Evaluate(cast.Expression, scope),
                BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression } coalesce => Evaluate(coalesce.Left, scope),
                ConditionalExpressionSyntax conditional => Evaluate(conditional.WhenTrue, Narrow(conditional.Condition, scope)) ?? Evaluate(conditional.WhenFalse, scope),
                IdentifierNameSyntax name => OfName(name, scope),
                MemberAccessExpressionSyntax access => OfProperty(Evaluate(access.Expression, scope), SymbolOf(access)),
                MemberBindingExpressionSyntax binding => OfProperty(scope.Receiver, SymbolOf(binding)),
                ConditionalAccessExpressionSyntax access => Evaluate(access.WhenNotNull, scope with { Receiver = Evaluate(access.Expression, scope) }),
                InvocationExpressionSyntax call => OfCall(call, scope),
                BaseObjectCreationExpressionSyntax created => OnlyOne(created.ArgumentList?.Arguments.Select(argument => Evaluate(argument.Expression, scope))),
                _ => null,
            };
        }
        finally
        {
            _depth--;
        }
    }

    private WirePath? OfName(IdentifierNameSyntax name, Scope scope)
    {
        var symbol = SymbolOf(name);
        if (symbol is not null && scope.Values.TryGetValue(symbol, out var known))
        {
            return known;
        }

        return symbol switch
        {
            IParameterSymbol parameter when IsReader(parameter.Type) => WirePath.Self,
            IParameterSymbol parameter when !IsName(parameter.Type) => OfArguments(parameter),
            ILocalSymbol local => OfLocal(local),
            _ => null,
        };
    }

    private WirePath? OfLocal(ILocalSymbol local) => local.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() switch
    {
        VariableDeclaratorSyntax { Initializer.Value: var value } => Evaluate(value, Scope.Empty),
        SingleVariableDesignationSyntax designation => Evaluate(designation.FirstAncestorOrSelf<IsPatternExpressionSyntax>()?.Expression, Scope.Empty),
        _ => null,
    };

    /// <summary>Evaluates what a method of the codecs is called with.</summary>
    private WirePath? OfArguments(IParameterSymbol parameter) => OnlyOne(codecs
        .SelectMany(tree => tree.GetRoot().DescendantNodes().OfType<InvocationExpressionSyntax>())
        .Where(call => call.ArgumentList.Arguments.Count > parameter.Ordinal && Is(SymbolOf(call), parameter.ContainingSymbol))
        .Select(call => Evaluate(call.ArgumentList.Arguments[parameter.Ordinal].Expression, Scope.Empty)));

    private static WirePath? OfProperty(WirePath? receiver, ISymbol? property) => receiver is null || property is null ? null : property.Name switch
    {
        "Value" when property.ContainingType.Name == Reader => receiver.TextOf(),
        "Name" or "NameInDocument" when property.ContainingType.Name == Reader => receiver.NameOf(),
        "NamespaceName" when receiver.IsName => receiver.NamespaceOf(),
        _ => receiver,
    };

    private WirePath? OfCall(InvocationExpressionSyntax call, Scope scope)
    {
        if (SymbolOf(call) is not IMethodSymbol method)
        {
            return null;
        }

        var receiver = call.Expression switch
        {
            MemberAccessExpressionSyntax access => Evaluate(access.Expression, scope),
            MemberBindingExpressionSyntax => scope.Receiver,
            _ => null,
        };
        var arguments = call.ArgumentList.Arguments.Select(argument => argument.Expression).ToList();
        if (receiver is null)
        {
            return OfCodecCall(method, arguments.ConvertAll(argument => Evaluate(argument, scope)));
        }

        var names = arguments.Where(argument => IsName(TypeOf(argument))).ToList();
        if (names.Count > 0)
        {
            return names.Aggregate(receiver, Step);
        }

        if (method.Name == "SelectMany" && arguments is [SimpleLambdaExpressionSyntax { ExpressionBody: { } body } lambda])
        {
            return Evaluate(body, scope with { Values = scope.Values.Add(project.ModelOf(lambda).GetDeclaredSymbol(lambda.Parameter)!, receiver) });
        }

        return method.ReturnType.Name is "IEnumerable" or "IReadOnlyList" && IsReader(method.ReducedFrom?.Parameters[0].Type ?? method.ReceiverType)
            ? receiver.AnyChild()
            : receiver;
    }

    private WirePath? OfCodecCall(IMethodSymbol method, List<WirePath?> arguments)
    {
        var declaration = method.DeclaringSyntaxReferences.Select(part => part.GetSyntax()).OfType<MethodDeclarationSyntax>().FirstOrDefault(part => codecs.Contains(part.SyntaxTree));
        if (declaration?.ExpressionBody is not { } body || arguments.TrueForAll(argument => argument is null))
        {
            return OnlyOne(arguments);
        }

        var values = ImmutableDictionary.CreateBuilder<ISymbol, WirePath>(SymbolEqualityComparer.Default);
        foreach (var (parameter, argument) in method.OriginalDefinition.Parameters.Zip(arguments))
        {
            if (argument is not null)
            {
                values.Add(parameter, argument);
            }
        }

        return Evaluate(body.Expression, Scope.Empty with { Values = values.ToImmutable() }) ?? OnlyOne(arguments);
    }

    /// <summary>Inside <c>child.Name == Elements.X ? ...</c>, the child is X.</summary>
    private Scope Narrow(ExpressionSyntax condition, Scope scope)
    {
        if (condition is not BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression, Left: MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax variable }, Right: var right }
            || SymbolOf(variable) is not { } symbol
            || !scope.Values.TryGetValue(symbol, out var value)
            || NameIn(right) is not { IsAttribute: false } name)
        {
            return scope;
        }

        return scope with { Values = scope.Values.SetItem(symbol, value.Narrowed(name.Text)) };
    }

    // A name that a method got as its parameter is that of the element the caller reads.
    private WirePath Step(WirePath parent, ExpressionSyntax name) => NameIn(name) switch
    {
        (var text, true) => parent.Attribute(text),
        (var text, false) => parent.Child(text),
        null => parent,
    };

    private (string Text, bool IsAttribute)? NameIn(ExpressionSyntax expression)
    {
        var field = SymbolOf(expression);
        var literals = field?.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax().DescendantNodes().OfType<LiteralExpressionSyntax>().ToList();
        return field is IFieldSymbol or IPropertySymbol && literals is [.., { Token.Value: string text }]
            ? (text, field.ContainingType.Name.Contains("Attribute", StringComparison.Ordinal))
            : null;
    }

    private ISymbol? SymbolOf(ExpressionSyntax expression) => project.ModelOf(expression).GetSymbolInfo(expression).Symbol;

    private ITypeSymbol? TypeOf(ExpressionSyntax expression) => project.ModelOf(expression).GetTypeInfo(expression).Type;

    private static WirePath? OnlyOne(IEnumerable<WirePath?>? paths) =>
        paths?.Where(path => path is not null).Distinct().ToList() is [var only] ? only : null;

    private static bool Is(ISymbol? symbol, ISymbol other) => SymbolEqualityComparer.Default.Equals(symbol?.OriginalDefinition, other.OriginalDefinition);

    private static bool IsName(ITypeSymbol? type) => type?.Name == "XName";

    private static bool IsReader(ITypeSymbol? type) => type is INamedTypeSymbol named
        && (named.Name == Reader || named.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T && named.TypeArguments[0].Name == Reader);

    /// <summary>The known places of variables, and the receiver of a conditional access.</summary>
    private sealed record Scope(ImmutableDictionary<ISymbol, WirePath> Values, WirePath? Receiver)
    {
        public static Scope Empty { get; } = new(ImmutableDictionary.Create<ISymbol, WirePath>(SymbolEqualityComparer.Default), null);
    }
}
