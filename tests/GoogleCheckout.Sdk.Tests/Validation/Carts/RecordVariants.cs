using System.Collections;
using System.Reflection;

namespace GoogleCheckout.Carts;

/// <summary>Creates variants of a record in which one property, at any depth, has an unusual value.</summary>
internal static class RecordVariants
{
    private static readonly Dictionary<Type, object?[]> Replacements = new()
    {
        [typeof(string)] = [null, string.Empty, " ", " x ", "x\t\ty", "\u0001", "##", "*", new string('x', 2000)],
        [typeof(int)] = [0, -1, int.MaxValue],
        [typeof(decimal)] = [-1m, 0.001m, decimal.MaxValue, decimal.MinValue],
        [typeof(Money)] = [default(Money), new Money(-1, "USD"), new Money(decimal.MaxValue, "USD"), new Money(1, "\u0001")],
    };

    public static IEnumerable<T> Of<T>(T record)
        where T : class =>
        All(record).Cast<T>();

    private static IEnumerable<object> All(object record) =>
        from property in record.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance)
        where property.SetMethod is { IsPublic: true }
        let value = property.GetValue(record)
        from other in Others(property.PropertyType, value)
        select With(record, property, other);

    private static IEnumerable<object?> Others(Type type, object? value)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        IEnumerable<object?> replaced = Replacements.TryGetValue(plain, out var known) ? known : plain.IsEnum ? [Enum.ToObject(plain, 0), Enum.ToObject(plain, 99)] : [];
        var absent = type == plain && type.IsValueType ? [] : new object?[] { null };
        return absent.Concat(replaced).Concat(value switch
        {
            string or null => [],
            IList list => OthersOfList(type.GetGenericArguments()[0], [.. list.Cast<object?>()]),
            _ => IsRecord(value) ? All(value) : [],
        });
    }

    private static IEnumerable<object> OthersOfList(Type type, object?[] items)
    {
        yield return ListOf(type, []);
        yield return ListOf(type, [.. items, .. items]);
        for (var index = 0; index < items.Length; index++)
        {
            foreach (var other in All(items[index]!).Prepend(null))
            {
                yield return ListOf(type, [.. items.Select((item, place) => place == index ? other : item)]);
            }
        }
    }

    private static Array ListOf(Type type, object?[] items)
    {
        var list = Array.CreateInstance(type, items.Length);
        Array.Copy(items, list, items.Length);
        return list;
    }

    private static bool IsRecord(object value) => value.GetType().IsClass && value.GetType().GetMethod("<Clone>$") is not null;

    private static object With(object record, PropertyInfo property, object? value)
    {
        var copy = record.GetType().GetMethod("<Clone>$")!.Invoke(record, null)!;
        property.SetValue(copy, value);
        return copy;
    }
}
