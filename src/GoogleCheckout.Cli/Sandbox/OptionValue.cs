using GoogleCheckout.Cli.Commands;

namespace GoogleCheckout.Cli.Sandbox;

/// <summary>Parses the values of options.</summary>
internal static class OptionValue
{
    /// <exception cref="InvalidInputException">The value is not true or false.</exception>
    public static bool ParseBoolean(string name, string value) => bool.TryParse(value, out var result) ? result : throw Error(name, "must be true or false");

    /// <summary>Creates the exception for an invalid value.</summary>
    /// <param name="name">The name of the option.</param>
    /// <param name="error">The rest of the sentence.</param>
    public static InvalidInputException Error(string name, string error) => new($"{name} {error}.");
}
