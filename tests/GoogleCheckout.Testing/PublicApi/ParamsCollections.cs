using System.Reflection;

namespace GoogleCheckout.Testing;

/// <summary>The params parameters that C# 13 calls with single values, and C# 9 to 12 and Visual Basic do not.</summary>
public static class ParamsCollections
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    /// <summary>Returns the members whose last parameter is such a collection, and that have no overload with an array in its place.</summary>
    public static IReadOnlyList<string> WithoutArrayOverload(params Type[] types) => [.. types
        .SelectMany(type => type.GetMembers(Declared).OfType<MethodBase>())
        .Where(method => (method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly) && IsParams(method, "ParamCollectionAttribute"))
        .Where(method => !method.DeclaringType!.GetMember(method.Name, Declared).OfType<MethodBase>().Any(other => IsArrayOverload(other, method)))
        .Select(method => $"{method.DeclaringType!.Name}.{method.Name}({ParametersOf(method)})")];

    private static bool IsArrayOverload(MethodBase other, MethodBase method)
    {
        var element = method.GetParameters()[^1].ParameterType.GetGenericArguments()[0];
        return IsParams(other, "ParamArrayAttribute")
            && other.GetParameters()[^1].ParameterType.GetElementType()!.ToString() == element.ToString()
            && other.GetParameters()[..^1].Select(Text).SequenceEqual(method.GetParameters()[..^1].Select(Text));
    }

    // By name, because an assembly for .NET Standard may contain the attribute itself.
    private static bool IsParams(MethodBase method, string attribute) =>
        method.GetParameters() is [.., var last] && last.CustomAttributes.Any(candidate => candidate.AttributeType.Name == attribute);

    private static string ParametersOf(MethodBase method) => string.Join(", ", method.GetParameters().Select(Text));

    // As text, because the generic parameters of two overloads are two types.
    private static string Text(ParameterInfo parameter) => parameter.ParameterType.ToString();
}
