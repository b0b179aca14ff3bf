using System.CommandLine;
using GoogleCheckout.Cli.Commands;
using Microsoft.Extensions.Configuration;

namespace GoogleCheckout.Cli.Settings;

/// <summary>The options that say who the merchant is, and the settings of files and environment variables below them.</summary>
internal sealed class MerchantOptions
{
    /// <summary>The environment variable with the merchant's key.</summary>
    public const string KeyVariable = "GOOGLE_CHECKOUT_MERCHANT_KEY";

    /// <summary>The section with the settings of the merchant, as in an application.</summary>
    public const string Section = "GoogleCheckout";

    private const string DefaultFile = "appsettings.json";

    public Option<string?> File { get; } = new("--settings") { HelpName = "FILE", Description = $"A JSON file with the section {Section}. ({DefaultFile} in the current folder, if it exists)" };

    public Option<string?> MerchantId { get; } = new("--merchant-id") { HelpName = "ID", Description = $"The merchant's id. ({Section}:MerchantId of the settings)" };

    public Option<string?> KeyFile { get; } = new("--key-file") { HelpName = "FILE", Description = $"A file with the merchant's key. (the environment variable {KeyVariable}, or {Section}:MerchantKey of the settings)" };

    public IReadOnlyList<Option> All => [File, MerchantId, KeyFile];

    /// <summary>Reads the settings: the file, then environment variables such as <c>GoogleCheckout__MerchantId</c>, then the options. The later ones win.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="settings">More settings of the command line, by their keys in the section; null for none.</param>
    /// <exception cref="InvalidInputException">A file cannot be read.</exception>
    public IConfigurationRoot Read(ParseResult parsed, params IReadOnlyList<(string Key, string? Value)> settings)
    {
        var file = parsed.GetValue(File);
        var path = Path.GetFullPath(file ?? DefaultFile);
        (string Key, string? Value)[] own =
        [
            ("MerchantId", parsed.GetValue(MerchantId)),
            ("MerchantKey", parsed.GetValue(KeyFile) is { } keyFile ? InputFile.ReadSecret(KeyFile.Name, keyFile) : null),
            .. settings,
        ];
        try
        {
            return new ConfigurationBuilder()
                .AddInMemoryCollection(ToSettings([("MerchantKey", Environment.GetEnvironmentVariable(KeyVariable))]))
                .AddJsonFile(path, optional: file is null)
                .AddEnvironmentVariables()
                .AddInMemoryCollection(ToSettings(own))
                .AddInMemoryCollection([new("contentRoot", Path.GetDirectoryName(path))])
                .Build();
        }
        catch (Exception e) when (e is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            throw new InvalidInputException($"{File.Name}: {InputFile.Quote(path)} cannot be read as JSON: {QuotedText.Of((e.InnerException ?? e).Message, QuotedText.LineLength)}", e);
        }
    }

    /// <summary>Returns the merchant's id and key.</summary>
    /// <exception cref="InvalidInputException">One of them is missing.</exception>
    public (string Id, string Key) ReadCredentials(ParseResult parsed)
    {
        var section = Read(parsed).GetSection(Section);
        return section["MerchantId"] is not { Length: > 0 } id ? throw new InvalidInputException($"The merchant's id is missing: set {MerchantId.Name}, or {Section}:MerchantId in the settings.")
            : section["MerchantKey"] is not { Length: > 0 } key ? throw new InvalidInputException($"The merchant's key is missing: set {KeyFile.Name}, the environment variable {KeyVariable}, or {Section}:MerchantKey in the settings.")
            : (id, key);
    }

    private static IEnumerable<KeyValuePair<string, string?>> ToSettings(IEnumerable<(string Key, string? Value)> settings) =>
        settings.Where(setting => !string.IsNullOrEmpty(setting.Value)).Select(setting => KeyValuePair.Create($"{Section}:{setting.Key}", setting.Value));
}
