using System.Text;
using System.Text.RegularExpressions;
using GoogleCheckout.Sandbox;

namespace GoogleCheckout.Samples.MerchantStore;

/// <summary>A store that listens on a free port, with its database in a folder of the test.</summary>
internal abstract partial class RunningStore : IAsyncDisposable
{
    private protected static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);

    private readonly StringBuilder _output = new();
    private readonly TaskCompletionSource<Uri> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<string> _setupCode = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Where it listens.</summary>
    public Uri Address => _address.Task.Result;

    /// <summary>The code in its log with which the owner's password is set, while there is none.</summary>
    public Task<string> SetupCode => _setupCode.Task.WaitAsync(StartLimit);

    /// <summary>Everything that it has logged.</summary>
    public string Output
    {
        get
        {
            lock (_output)
            {
                return _output.ToString();
            }
        }
    }

    public abstract ValueTask DisposeAsync();

    /// <summary>Returns the settings with which the store is a merchant of a sandbox. The store trusts the certificate authority in the folder.</summary>
    public static async Task<(string Name, string Value)[]> GetSettingsAsync(DirectoryInfo folder, CheckoutSandbox sandbox)
    {
        var authority = Path.Combine(folder.FullName, "authority.pem");
        await File.WriteAllTextAsync(authority, sandbox.CertificateAuthority.ExportCertificatePem());
        return
        [
            ("GoogleCheckout:MerchantId", sandbox.MerchantId),
            ("GoogleCheckout:MerchantKey", sandbox.MerchantKey),
            ("GoogleCheckout:Environment", sandbox.BaseAddress.ToString()),
            ("GoogleCheckout:TrustedCertificate", authority),
        ];
    }

    private protected Task WaitForAddressAsync() => _address.Task.WaitAsync(StartLimit);

    private protected void NoteEnd() => _address.TrySetException(new InvalidOperationException("The shop has ended."));

    /// <summary>Keeps a line of its log.</summary>
    private protected void Note(string? line)
    {
        lock (_output)
        {
            _output.AppendLine(line);
        }

        if (line is not null && Listening().Match(line) is { Success: true } listening)
        {
            _address.TrySetResult(new Uri(listening.Groups[1].Value));
        }

        if (line is not null && Code().Match(line) is { Success: true } code)
        {
            _setupCode.TrySetResult(code.Groups[1].Value);
        }
    }

    [GeneratedRegex(@"Now listening on: (\S+)")]
    private static partial Regex Listening();

    [GeneratedRegex(@"The setup code is (\S+)")]
    private static partial Regex Code();
}
