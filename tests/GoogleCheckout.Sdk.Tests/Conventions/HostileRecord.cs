using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace GoogleCheckout.Conventions;

/// <summary>Creates records by reflection with values that no sender should send: the largest and smallest numbers, texts that XML cannot carry, values outside of enums, empty lists.</summary>
/// <param name="random">Selects the values.</param>
/// <param name="withNulls">Whether members that must not be null, and elements of lists, may be null.</param>
internal sealed class HostileRecord(Random random, bool withNulls)
{
    private static readonly decimal[] Decimals =
        [0m, 1m, -1m, 0.01m, 12.345m, 0.0000000000000000000000000001m, decimal.MaxValue, decimal.MinValue, 7.9e28m, -7.9e28m, 1e12m, 1e13m, -1e12m, 999_999_999_999.99m];

    private static readonly string[] Currencies = ["USD", "USD", "USD", "GBP", "JPY", "", "usd", "U\nD", "\ud800", "[currency]"];

    private static readonly string[] Texts =
        ["", " ", "a", "US", "CA", "94043", "9*", "*", "tea", "https://a.example/", "x:", "\0", "\ud800", "\udc00a", "\u202e", "]]>", "<a>&", new('k', 300), "2\u0085", "\ufffe", "\ud83c\udf75"];

    private static readonly int[] Integers = [0, 1, 2, -1, int.MaxValue, int.MinValue];

    private static readonly DateTimeOffset[] Times = [DateTimeOffset.MinValue, DateTimeOffset.MaxValue, DateTimeOffset.UnixEpoch, new(1, 1, 1, 0, 0, 0, TimeSpan.FromHours(-14))];

    private readonly NullabilityInfoContext _nullability = new();

    // Half of the records have valid amounts of one currency, because little else is looked at in the others.
    private readonly bool _hasValidAmounts = random.Next(2) == 0;
    private readonly HashSet<Type> _around = [];

    /// <summary>Creates a record.</summary>
    /// <typeparam name="T">The type of the record, or a base class.</typeparam>
    public T Create<T>() => (T)Value(typeof(T), property: null)!;

    private object Record(Type type)
    {
        _around.Add(type);
        var record = RuntimeHelpers.GetUninitializedObject(type);
        foreach (var property in type.GetProperties().Where(property => property.SetMethod is not null))
        {
            // A non-public setter of a base type is visible on the base type only.
            var settable = property.DeclaringType!.GetProperty(property.Name)!;
            settable.SetValue(record, Value(property.PropertyType, settable));
        }

        _around.Remove(type);
        return record;
    }

    private object? Value(Type type, PropertyInfo? property)
    {
        if (MayBeNull(type, property) && random.Next(4) == 0)
        {
            return null;
        }

        var plain = Nullable.GetUnderlyingType(type) ?? type;
        return plain == typeof(string) ? Pick(Texts)
            : plain == typeof(Money) ? CreateMoney()
            : plain == typeof(decimal) ? Pick(Decimals)
            : plain == typeof(int) ? Pick(Integers)
            : plain == typeof(long) ? (long)Pick(Integers)
            : plain == typeof(bool) ? random.Next(2) == 0
            : plain == typeof(DateTimeOffset) ? Pick(Times)
            : plain == typeof(DateTime) ? (random.Next(2) == 0 ? DateTime.MinValue : DateTime.MaxValue)
            : plain == typeof(PrivateData) ? PrivateData.FromText("<a>")
            : plain == typeof(Uri) ? new Uri(random.Next(2) == 0 ? "a\u202e" : "https://a.example/", UriKind.RelativeOrAbsolute)
            : plain == typeof(ReadOnlyMemory<byte>) ? ReadOnlyMemory<byte>.Empty
            : plain.IsEnum ? Enum.ToObject(plain, random.Next(-1, 9))
            : plain.IsValueType ? Activator.CreateInstance(plain)
            : plain.IsGenericType && typeof(IEnumerable).IsAssignableFrom(plain) ? List(plain.GetGenericArguments()[0])
            : Concrete(plain).Where(derived => !_around.Contains(derived)).ToList() is { Count: > 0 } types ? Record(Pick(types))
            : null;
    }

    private Money CreateMoney() =>
        _hasValidAmounts ? new Money(random.Next(3) == 0 ? 999_999_999_999m : random.Next(-100, 100), "USD")
        : random.Next(20) == 0 ? default
        : new Money(Pick(Decimals), Pick(Currencies));

    private bool MayBeNull(Type type, PropertyInfo? property) => type.IsValueType
        ? Nullable.GetUnderlyingType(type) is not null
        : withNulls ? property is not null : property is not null && _nullability.Create(property).WriteState == NullabilityState.Nullable;

    private Array List(Type element)
    {
        var items = Enumerable.Range(0, random.Next(4)).Select(_ => withNulls && random.Next(6) == 0 && !element.IsValueType ? null : Value(element, property: null)).ToList();
        if (!withNulls)
        {
            items.RemoveAll(item => item is null);
        }

        var list = Array.CreateInstance(element, items.Count);
        items.ToArray().CopyTo(list, 0);
        return list;
    }

    private static IEnumerable<Type> Concrete(Type type) =>
        type.Assembly.GetExportedTypes().Where(candidate => type.IsAssignableFrom(candidate) && !candidate.IsAbstract);

    private T Pick<T>(IReadOnlyList<T> values) => values[random.Next(values.Count)];
}
