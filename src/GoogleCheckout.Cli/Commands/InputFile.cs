using System.CommandLine;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace GoogleCheckout.Cli.Commands;

/// <summary>A file that the command line names.</summary>
internal static class InputFile
{
    /// <summary>Creates the argument with the path of a document.</summary>
    /// <param name="description">The document, as a sentence.</param>
    public static Argument<string> CreateArgument(string description) => new("FILE") { Description = DescribeDocument(description) };

    /// <summary>Adds to a description that the document can be in a pipe.</summary>
    public static string DescribeDocument(string description) => $"{description} {StandardInput.Path} is the standard input.";

    /// <summary>Reads a document of at most <see cref="CheckoutXml.DefaultMaxBytes"/>.</summary>
    /// <param name="path">The path of a file; <c>-</c> for the standard input.</param>
    /// <param name="console">Has the standard input.</param>
    /// <param name="cancellationToken">Stops the command.</param>
    /// <exception cref="InvalidInputException">The file cannot be read, or is longer.</exception>
    public static async Task<byte[]> ReadAsync(string path, ToolConsole console, CancellationToken cancellationToken)
    {
        if (Directory.Exists(path) && path != StandardInput.Path)
        {
            throw new InvalidInputException($"{Quote(path)} is a folder.");
        }

        try
        {
            var file = path == StandardInput.Path ? console.OpenInput() : new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            await using (file.ConfigureAwait(false))
            {
                return await ReadAsync(path, file, cancellationToken).ConfigureAwait(false);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new InvalidInputException($"{Quote(path)} cannot be read: {QuotedText.Of(e.Message, QuotedText.LineLength)}", e);
        }
    }

    /// <summary>Reads a message.</summary>
    /// <typeparam name="T">The kind of message.</typeparam>
    /// <param name="path">The path of a file; <c>-</c> for the standard input.</param>
    /// <param name="kind">The kind with its article, for the error; for example <c>a cart</c>.</param>
    /// <param name="console">Has the standard input.</param>
    /// <param name="cancellationToken">Stops the command.</param>
    /// <exception cref="InvalidInputException">The file cannot be read, or is something else.</exception>
    public static async Task<T> ReadMessageAsync<T>(string path, string kind, ToolConsole console, CancellationToken cancellationToken)
        where T : CheckoutMessage
    {
        var document = await ReadAsync(path, console, cancellationToken).ConfigureAwait(false);
        try
        {
            return CheckoutXml.Parse(document) as T ?? throw new InvalidInputException($"{Quote(path)} is not {kind}.");
        }
        catch (CheckoutXmlException e)
        {
            throw new InvalidInputException($"{Quote(path)}: {e.Message}", e);
        }
    }

    /// <summary>Reads a secret of one line. Editors end a file with a line break, which belongs to no secret.</summary>
    /// <param name="option">The option that names the file, for the error.</param>
    /// <param name="path">The file.</param>
    /// <exception cref="InvalidInputException">The file cannot be read, or is empty.</exception>
    public static string ReadSecret(string option, string path)
    {
        try
        {
            var secret = File.ReadAllText(path).TrimEnd('\r', '\n');
            return secret.Length > 0 ? secret : throw new InvalidInputException($"{option} must be the path of a file with the merchant's key, but {Quote(path)} is empty.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new InvalidInputException($"{option} must be the path of a file with the merchant's key, but {Quote(path)} cannot be read: {QuotedText.Of(e.Message, QuotedText.LineLength)}", e);
        }
    }

    /// <summary>Reads a root certificate.</summary>
    /// <param name="option">The option that names the file, for the error.</param>
    /// <param name="path">The file.</param>
    /// <exception cref="InvalidInputException">The file cannot be read as a certificate.</exception>
    public static X509Certificate2 ReadRootCertificate(string option, string path)
    {
        try
        {
            return X509CertificateLoader.LoadCertificateFromFile(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or CryptographicException or ArgumentException)
        {
            throw new InvalidInputException($"{option} must be the path of a PEM file with a root certificate, but {Quote(path)} cannot be read: {QuotedText.Of(e.Message, QuotedText.LineLength)}", e);
        }
    }

    /// <summary>Returns a path for a message.</summary>
    public static string Quote(string path) => path == StandardInput.Path ? StandardInput.Name : QuotedText.OfIdentifier(path, QuotedText.LineLength);

    private static async Task<byte[]> ReadAsync(string path, Stream file, CancellationToken cancellationToken)
    {
        using var document = new MemoryStream();
        var buffer = new byte[81920];
        while (await file.ReadAsync(buffer, cancellationToken).ConfigureAwait(false) is > 0 and var count)
        {
            document.Write(buffer, 0, count);
            if (document.Length > CheckoutXml.DefaultMaxBytes)
            {
                throw new InvalidInputException($"{Quote(path)} is longer than {CheckoutXml.DefaultMaxBytes} bytes; a document has at most as many.");
            }
        }

        return document.ToArray();
    }
}
