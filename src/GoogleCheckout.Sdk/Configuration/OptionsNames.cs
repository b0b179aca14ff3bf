namespace GoogleCheckout.Configuration;

/// <summary>The names of a merchant's options in messages: the configuration keys as they were written, or the properties.</summary>
/// <param name="options">The options.</param>
/// <param name="merchant">The name of the merchant; null or empty for the only one.</param>
internal sealed class OptionsNames(CheckoutOptions options, string? merchant)
{
    /// <summary>Returns the name of an option that is set.</summary>
    public string Of(string option) => options.Origin.NameOf(option, options, merchant);

    /// <summary>Returns the name of an option that is not set.</summary>
    public string OfMissing(string option) => options.Origin.NameOfMissing(option, merchant);

    /// <summary>Returns the sentence about a file that cannot be used, with its full path.</summary>
    /// <param name="option">The option with the path.</param>
    /// <param name="path">The path in the option.</param>
    /// <param name="use">The use of the file, for example a private key.</param>
    /// <param name="error">The error of reading it.</param>
    public string DescribeFile(string option, string path, string use, Exception error)
    {
        var origin = Path.IsPathRooted(path) ? string.Empty
            : options.ContentRoot is { } root ? $" A relative path counts from the content root, {root}."
            : " A relative path counts from the current directory.";
        return error is FileNotFoundException or DirectoryNotFoundException
            ? $"{Of(option)}: the file {options.GetFullPath(path)} does not exist.{origin}"
            : error is ArgumentException ? $"{Of(option)} is not the path of a file: {error.Message.TrimEnd('.')}."
            : $"{Of(option)}: the file {options.GetFullPath(path)} cannot be read as {use}: {error.Message.TrimEnd('.')}.";
    }
}
