using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace GoogleCheckout.Conventions;

/// <summary>Creates records by reflection, with a value in every property, nested records included.</summary>
internal sealed class FilledRecord
{
    private readonly Func<PropertyInfo, string> _text;
    private readonly HashSet<Type> _around = [];

    private FilledRecord(Func<PropertyInfo, string> text) => _text = text;

    /// <summary>Creates a record with the chosen text for each string property, nested records included.</summary>
    public static object Of(Type type, Func<PropertyInfo, string> text) => new FilledRecord(text).Record(type);

    private object Record(Type type)
    {
        _around.Add(type);
        var record = RuntimeHelpers.GetUninitializedObject(type);
        foreach (var property in type.GetProperties().Where(property => property.SetMethod is not null))
        {
            // A non-public setter of a base type is visible on the base type only.
            var settable = property.DeclaringType!.GetProperty(property.Name)!;
            settable.SetValue(record, Value(property.PropertyType, property));
        }

        _around.Remove(type);
        return record;
    }

    private object? Value(Type type, PropertyInfo property)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        return plain == typeof(string) ? _text(property)
            : plain == typeof(PrivateData) ? PrivateData.FromText(_text(property))
            : plain == typeof(Money) ? new Money(12.43m, "USD")
            : plain == typeof(ReadOnlyMemory<byte>) ? new ReadOnlyMemory<byte>(System.Text.Encoding.UTF8.GetBytes(_text(property)))
            : plain.IsValueType ? Activator.CreateInstance(plain)
            : plain.IsGenericType && typeof(IEnumerable).IsAssignableFrom(plain) ? List(plain.GetGenericArguments()[0], property)
            : plain.IsAbstract ? Concrete(plain).Where(derived => !_around.Contains(derived)).Select(Record).FirstOrDefault()
            : _around.Contains(plain) ? null
            : Record(plain);
    }

    private Array List(Type element, PropertyInfo property)
    {
        object?[] elements = element == typeof(string) || element.IsValueType
            ? [Value(element, property)]
            : [.. Concrete(element).Where(type => !_around.Contains(type)).Select(Record)];
        var list = Array.CreateInstance(element, elements.Length);
        elements.CopyTo(list, 0);
        return list;
    }

    private static IEnumerable<Type> Concrete(Type type) =>
        type.Assembly.GetExportedTypes().Where(candidate => type.IsAssignableFrom(candidate) && !candidate.IsAbstract);
}
