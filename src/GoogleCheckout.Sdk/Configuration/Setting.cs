using System.Globalization;

namespace GoogleCheckout.Configuration;

/// <summary>An option that can be set in the configuration.</summary>
/// <param name="Key">The key, relative to the section.</param>
/// <param name="Get">Returns the option's value.</param>
/// <param name="Set">Sets the option from a text. Throws a <see cref="FormatException"/> whose message says what the text must be.</param>
internal sealed record Setting<TOptions>(string Key, Func<TOptions, object?> Get, Action<TOptions, string> Set)
{
    /// <summary>Gets the name of the property.</summary>
    public string Option { get; init; } = Key;

    /// <summary>Gets whether the key may have several values, as a list.</summary>
    public bool IsList { get; init; }

    public static Setting<TOptions> Flag(string key, Func<TOptions, object?> get, Action<TOptions, bool> set) =>
        new(key, get, (options, text) => set(options, bool.TryParse(text, out var value) ? value : throw new FormatException("true or false")));

    public static Setting<TOptions> Number(string key, Func<TOptions, object?> get, Action<TOptions, int> set) =>
        new(key, get, (options, text) => set(options, int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value : throw new FormatException("a whole number, for example 10")));

    public static Setting<TOptions> Time(string key, Func<TOptions, object?> get, Action<TOptions, TimeSpan> set) =>
        new(key, get, (options, text) => set(options, SettingText.TryParseTime(text, out var value) ? value : throw new FormatException(SettingText.TimeFormat)));

    public static Setting<TOptions> OneOf<TValue>(string key, Func<TOptions, object?> get, Action<TOptions, TValue> set, params TValue[] values)
        where TValue : struct, Enum =>
        new(key, get, (options, text) => set(options, values.Where(value => value.ToString().Equals(text, StringComparison.OrdinalIgnoreCase)) is var found && found.Any()
            ? found.First()
            : throw new FormatException(string.Join(" or ", values))));
}
