using System.Globalization;

namespace GoogleCheckout.Testing;

/// <summary>Reads the command line of a script in <c>eng</c>.</summary>
public static class ScriptArguments
{
    /// <summary>Returns each option with its value; a flag has an empty one.</summary>
    /// <param name="arguments">The command line.</param>
    /// <param name="flags">The options without a value.</param>
    /// <exception cref="FormatException">The last option has no value.</exception>
    public static IEnumerable<(string Name, string Value)> Read(string[] arguments, params string[] flags)
    {
        for (var i = 0; i < arguments.Length; i++)
        {
            var name = arguments[i];
            yield return flags.Contains(name) ? (name, string.Empty)
                : ++i < arguments.Length ? (name, arguments[i])
                : throw new FormatException($"{name} needs a value.");
        }
    }

    /// <summary>Reads the value of an option that is a number.</summary>
    /// <exception cref="FormatException">The value is no number of 0 or more.</exception>
    public static int ReadNumber(string name, string value) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw new FormatException($"{name} needs a number, not '{value}'.");
}
