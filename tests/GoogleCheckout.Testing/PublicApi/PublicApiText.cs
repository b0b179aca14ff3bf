using System.Reflection;
using System.Runtime.CompilerServices;

namespace GoogleCheckout.Testing;

/// <summary>The public API of an assembly as text: a line for each type and member, sorted.</summary>
internal static class PublicApiText
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static IReadOnlyList<string> Of(Assembly assembly) =>
        [.. assembly.GetExportedTypes().SelectMany(LinesOf).Order(StringComparer.Ordinal)];

    private static IEnumerable<string> LinesOf(Type type)
    {
        var name = $"{type.Namespace}.{TypeText.Of(type)}";
        yield return $"{name} : {KindOf(type)}";
        foreach (var contract in ContractsOf(type))
        {
            yield return $"{name} implements {TypeText.Of(contract)}";
        }

        foreach (var member in type.IsEnum ? ValuesOf(type) : MembersOf(type))
        {
            yield return $"{name}.{member}";
        }
    }

    private static string KindOf(Type type)
    {
        var isRecord = type.GetMethods(Declared).Any(method => method.Name == "PrintMembers");
        var modifiers = type.IsEnum || type.IsInterface || type.IsValueType ? string.Empty
            : type is { IsAbstract: true, IsSealed: true } ? "static "
            : type.IsAbstract ? "abstract "
            : type.IsSealed ? "sealed "
            : string.Empty;
        var kind = type.IsEnum ? "enum"
            : type.IsInterface ? "interface"
            : type.IsValueType ? (Has(type, "IsReadOnlyAttribute") ? "readonly " : string.Empty) + (isRecord ? "record struct" : "struct")
            : isRecord ? "record" : "class";
        var bases = new[] { type.BaseType }
            .Where(parent => parent is not null && parent != typeof(object) && parent != typeof(ValueType) && parent != typeof(Enum))
            .Select(parent => ", " + TypeText.Of(parent!));
        return modifiers + kind + string.Concat(bases);
    }

    // A line for each: .NET Standard 2.0 lacks some interfaces.
    private static IEnumerable<Type> ContractsOf(Type type) => type.IsEnum ? [] : type.GetInterfaces()
        .Except(type.BaseType?.GetInterfaces() ?? [])
        .Where(contract => contract != typeof(IEquatable<>).MakeGenericType(type));

    private static IEnumerable<string> ValuesOf(Type type) =>
        Enum.GetNames(type).Select(name => $"{name} = {Convert.ToInt64(Enum.Parse(type, name), null)}");

    private static IEnumerable<string> MembersOf(Type type)
    {
        var constructors = type.GetConstructors(Declared).Where(constructor => IsVisible(constructor) && IsWritten(constructor)).Select(constructor => $"new({ParametersOf(constructor)}){Access(constructor)}");
        var properties = type.GetProperties(Declared).Where(property => property.GetAccessors(nonPublic: true).Any(IsVisible) && property.Name != "EqualityContract").Select(PropertyText);
        var methods = type.GetMethods(Declared).Where(method => IsVisible(method) && IsWritten(method)).Select(MethodText);
        var fields = type.GetFields(Declared).Where(field => field.IsPublic || field.IsFamily || field.IsFamilyOrAssembly).Select(FieldText);
        var events = type.GetEvents(Declared).Where(happening => IsVisible(happening.AddMethod!))
            .Select(happening => $"{happening.Name} : event {TypeText.Of(happening.EventHandlerType!)}");
        return [.. constructors, .. properties, .. methods, .. fields, .. events];
    }

    private static bool IsVisible(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    // Accessors belong to their properties. The members that the compiler adds to a record are covered by "record".
    private static bool IsWritten(MethodBase method) =>
        method.GetCustomAttribute<CompilerGeneratedAttribute>() is null
        && (!method.IsSpecialName || method.IsConstructor || method.Name.StartsWith("op_", StringComparison.Ordinal))
        && method.Name != "<Clone>$";

    private static string PropertyText(PropertyInfo property)
    {
        var accessors = new[] { property.GetMethod, property.SetMethod }.Where(accessor => accessor is not null && IsVisible(accessor)).ToList();
        var texts = accessors.Select(accessor =>
            (accessor!.IsPublic ? string.Empty : "protected ")
            + (accessor == property.GetMethod ? "get; " : IsInit(accessor) ? "init; " : "set; "));
        var required = Has(property, "RequiredMemberAttribute") ? "required " : string.Empty;
        var index = property.GetIndexParameters() is [_, ..] parameters ? $"[{string.Join(", ", parameters.Select(ParameterText))}]" : string.Empty;
        return $"{property.Name}{index} : {Modifiers(accessors[0]!)}{required}{TypeText.Of(property)} {{ {string.Concat(texts)}}}";
    }

    // By name, because the .NET Standard assembly contains some attributes itself.
    private static bool Has(MemberInfo member, string attribute) => member.CustomAttributes.Any(candidate => candidate.AttributeType.Name == attribute);

    private static bool IsInit(MethodInfo setter) =>
        setter.ReturnParameter.GetRequiredCustomModifiers().Any(modifier => modifier.Name == "IsExternalInit");

    private static string MethodText(MethodInfo method)
    {
        var generic = method.IsGenericMethodDefinition ? $"<{string.Join(", ", method.GetGenericArguments().Select(TypeText.Of))}>" : string.Empty;
        var constraints = method.IsGenericMethodDefinition
            ? string.Concat(method.GetGenericArguments().Where(argument => argument.GetGenericParameterConstraints().Length > 0)
                .Select(argument => $" where {argument.Name} : {string.Join(", ", argument.GetGenericParameterConstraints().Select(TypeText.Of))}"))
            : string.Empty;
        return $"{method.Name}{generic}({ParametersOf(method)}) : {Modifiers(method)}{TypeText.Of(method.ReturnParameter)}{constraints}{Access(method)}";
    }

    private static string FieldText(FieldInfo field) => field.IsLiteral
        ? $"{field.Name} : const {TypeText.Of(field)} = {Literal(field.GetRawConstantValue())}"
        : $"{field.Name} : {(field.IsStatic ? "static " : string.Empty)}{(field.IsInitOnly ? "readonly " : string.Empty)}{TypeText.Of(field)}";

    private static string Modifiers(MethodInfo method) =>
        method.IsStatic ? "static "
        : method.DeclaringType!.IsInterface ? string.Empty
        : method.IsAbstract ? "abstract "
        : method.GetBaseDefinition() != method ? (method.IsFinal ? "sealed override " : "override ")
        : method is { IsVirtual: true, IsFinal: false } ? "virtual "
        : string.Empty;

    private static string Access(MethodBase method) => method.IsPublic ? string.Empty : ", protected";

    private static string ParametersOf(MethodBase method)
    {
        var parameters = string.Join(", ", method.GetParameters().Select(ParameterText));
        return method.IsDefined(typeof(ExtensionAttribute), inherit: false) ? "this " + parameters : parameters;
    }

    private static string ParameterText(ParameterInfo parameter)
    {
        var direction = parameter.IsOut ? "out " : parameter.ParameterType.IsByRef ? (parameter.IsIn ? "in " : "ref ") : string.Empty;
        var many = parameter.CustomAttributes.Any(attribute => attribute.AttributeType.Name is "ParamArrayAttribute" or "ParamCollectionAttribute") ? "params " : string.Empty;
        var otherwise = parameter.HasDefaultValue ? $" = {Default(parameter)}" : string.Empty;
        return $"{direction}{many}{TypeText.Of(parameter)} {parameter.Name}{otherwise}";
    }

    private static string Default(ParameterInfo parameter) =>
        parameter.DefaultValue is null && parameter.ParameterType.IsValueType && Nullable.GetUnderlyingType(parameter.ParameterType) is null
            ? "default"
            : Literal(parameter.DefaultValue);

    private static string Literal(object? value) => value switch
    {
        null => "null",
        string text => $"\"{text}\"",
        bool flag => flag ? "true" : "false",
        _ => Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture)!,
    };
}
