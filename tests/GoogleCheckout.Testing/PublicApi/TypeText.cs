using System.Reflection;

namespace GoogleCheckout.Testing;

/// <summary>The C# text of a type, without namespaces, with the question marks of nullable types.</summary>
internal static class TypeText
{
    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(void)] = "void",
        [typeof(object)] = "object",
        [typeof(string)] = "string",
        [typeof(bool)] = "bool",
        [typeof(byte)] = "byte",
        [typeof(int)] = "int",
        [typeof(long)] = "long",
        [typeof(decimal)] = "decimal",
        [typeof(double)] = "double",
    };

    public static string Of(Type type) => Text(type, null);

    public static string Of(PropertyInfo property) => Text(property.PropertyType, new NullabilityInfoContext().Create(property));

    public static string Of(FieldInfo field) => Text(field.FieldType, new NullabilityInfoContext().Create(field));

    public static string Of(ParameterInfo parameter) => Text(parameter.ParameterType, new NullabilityInfoContext().Create(parameter));

    private static string Text(Type type, NullabilityInfo? nullability)
    {
        if (type.IsByRef)
        {
            return Text(type.GetElementType()!, nullability);
        }

        if (Nullable.GetUnderlyingType(type) is { } value)
        {
            return Text(value, null) + "?";
        }

        var mayBeNull = nullability is not null && !type.IsValueType && nullability.ReadState == NullabilityState.Nullable;
        return Name(type, nullability) + (mayBeNull ? "?" : string.Empty);
    }

    private static string Name(Type type, NullabilityInfo? nullability)
    {
        if (Keywords.TryGetValue(type, out var keyword))
        {
            return keyword;
        }

        if (type.IsArray)
        {
            return Text(type.GetElementType()!, nullability?.ElementType) + "[]";
        }

        var name = type.Name.Split('`')[0];
        var arguments = type.GetGenericArguments()
            .Select((argument, position) => Text(argument, nullability?.GenericTypeArguments.ElementAtOrDefault(position)));
        return (type is { IsNested: true, IsGenericParameter: false } ? Of(type.DeclaringType!) + "." : string.Empty)
            + (type.IsGenericType ? $"{name}<{string.Join(", ", arguments)}>" : name);
    }
}
