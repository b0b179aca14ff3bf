using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace GoogleCheckout.Cli.Commands;

/// <summary>A file that the command line names.</summary>
internal static class InputFile
{
    /// <summary>Reads a document of at most <see cref="CheckoutXml.DefaultMaxBytes"/>.</summary>
    /// <exception cref="InvalidInputException">The file cannot be read, or is longer.</exception>
    public static async Task<byte[]> ReadAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            return new FileInfo(path) is { Exists: true, Length: > CheckoutXml.DefaultMaxBytes } file
                ? throw new InvalidInputException($"{Quote(path)} has {file.Length} bytes; a document has at most {CheckoutXml.DefaultMaxBytes}.")
                : await File.ReadAllBytesAsync(path, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new InvalidInputException($"{Quote(path)} cannot be read: {QuotedText.Of(e.Message, QuotedText.LineLength)}", e);
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
            throw new InvalidInputException($"{option} must be the path of a file with the merchant's key, but {Quote(path)} cannot be read: {e.Message}", e);
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
            throw new InvalidInputException($"{option} must be the path of a PEM file with a root certificate, but {Quote(path)} cannot be read: {e.Message}", e);
        }
    }

    /// <summary>Returns a path for a message.</summary>
    public static string Quote(string path) => QuotedText.OfIdentifier(path, QuotedText.LineLength);
}
