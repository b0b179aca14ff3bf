using System.CommandLine;
using GoogleCheckout.Cli.Archives.Reading;
using GoogleCheckout.Cli.Commands;

namespace GoogleCheckout.Cli.Archives;

/// <summary>The argument with the files and folders to read.</summary>
internal static class ArchivePaths
{
    public static Argument<string[]> Create()
    {
        var paths = new Argument<string[]>("PATH")
        {
            Description = "A file, or a folder with all that is in it. gzip and zip files are opened. - is the standard input.",
            Arity = ArgumentArity.OneOrMore,
        };
        paths.Validators.Add(result =>
        {
            if (result.Tokens.Any(token => token.Value.Length == 0))
            {
                result.AddError("PATH must not be empty.");
            }

            if (result.Tokens.Count > 1 && result.Tokens.Any(token => token.Value == StandardInput.Path))
            {
                result.AddError("PATH must be either - for the standard input, or files and folders. ./- is a file with this name.");
            }
        });
        return paths;
    }

    /// <summary>Runs what writes files, and says which cannot be written.</summary>
    /// <exception cref="InvalidInputException">A file cannot be written.</exception>
    public static async Task<T> WritingToAsync<T>(string path, Func<Task<T>> write)
    {
        try
        {
            return await write().ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw new InvalidInputException($"--out cannot be written to {PlaceText.Quote(path)}: {QuotedText.Of(e.Message, QuotedText.LineLength)}", e);
        }
    }
}
