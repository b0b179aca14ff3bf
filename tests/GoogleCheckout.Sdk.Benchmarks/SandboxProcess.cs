using System.Diagnostics;
using System.Security.Cryptography.X509Certificates;

namespace GoogleCheckout.Benchmarks;

/// <summary>A sandbox in a separate process, on free ports, for the merchant of <see cref="CallbackSite"/>. It ends when this object is disposed.</summary>
internal sealed class SandboxProcess : IAsyncDisposable
{
    private readonly DirectoryInfo _folder;

    private SandboxProcess(Process process, DirectoryInfo folder) => (Process, _folder) = (process, folder);

    public Process Process { get; }

    /// <summary>The base address of the API, over HTTPS.</summary>
    public Uri Address { get; private set; } = null!;

    /// <summary>The base address over plain HTTP.</summary>
    public Uri HttpAddress { get; private set; } = null!;

    public static async Task<SandboxProcess> StartAsync(params string[] settings)
    {
        var folder = Directory.CreateTempSubdirectory("benchmark-sandbox-");
        string[] always =
        [
            Path.Combine(AppContext.BaseDirectory, "GoogleCheckout.Cli.dll"),
            "sandbox",
            "--urls", "https://127.0.0.1:0",
            "--http", "http://127.0.0.1:0",
            "--pages", "off",

            // Nothing reads its lines after the greeting, so that it would wait for ever.
            "--quiet",
            "--merchant-id", CallbackSite.MerchantId,
            "--merchant-key", CallbackSite.MerchantKey,
            "--export-certificates", folder.FullName,
        ];
        var process = Process.Start(new ProcessStartInfo("dotnet", [.. always, .. settings]) { RedirectStandardOutput = true })!;
        var sandbox = new SandboxProcess(process, folder);
        await sandbox.ReadGreetingAsync();
        return sandbox;
    }

    /// <summary>Returns the options for a client of its merchant.</summary>
    public CheckoutOptions CreateOptions() => new()
    {
        MerchantId = CallbackSite.MerchantId,
        MerchantKey = CallbackSite.MerchantKey,
        Environment = CheckoutEnvironment.ForBaseAddress(Address),
        ClientCertificate = X509CertificateLoader.LoadPkcs12FromFile(Path.Combine(_folder.FullName, "client.pfx"), null),
        TrustedCertificate = X509CertificateLoader.LoadCertificateFromFile(Path.Combine(_folder.FullName, "authority.pem")),
    };

    public async ValueTask DisposeAsync()
    {
        Process.Kill();
        await Process.WaitForExitAsync();
        Process.Dispose();
        _folder.Delete(recursive: true);
    }

    private async Task ReadGreetingAsync()
    {
        while (await Process.StandardOutput.ReadLineAsync() is { } line && !line.StartsWith("Stop it", StringComparison.Ordinal))
        {
            Address = Value(line, "address") ?? Address;
            HttpAddress = Value(line, "plain HTTP") ?? HttpAddress;
        }
    }

    private static Uri? Value(string line, string name) =>
        line.TrimStart().StartsWith($"{name} ", StringComparison.Ordinal) ? new Uri(line.Split(' ')[^1]) : null;
}
