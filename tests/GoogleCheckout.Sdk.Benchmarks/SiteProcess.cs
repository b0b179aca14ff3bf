using System.Diagnostics;
using System.Globalization;

namespace GoogleCheckout.Benchmarks;

/// <summary>A <see cref="CallbackSite"/> in a separate process. It ends when this object is disposed.</summary>
internal sealed class SiteProcess : IAsyncDisposable
{
    private SiteProcess(Process process, int port) => (Process, Port) = (process, port);

    public Process Process { get; }

    public int Port { get; }

    /// <param name="root">The file to which it writes its certificate; null for a site over plain HTTP.</param>
    public static async Task<SiteProcess> StartAsync(string? root = null)
    {
        string[] settings = root is null ? [] : [root];
        var process = Process.Start(new ProcessStartInfo("dotnet", [typeof(SiteProcess).Assembly.Location, "callback-site", .. settings])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        return new SiteProcess(process, int.Parse(await process.StandardOutput.ReadLineAsync() ?? string.Empty, CultureInfo.InvariantCulture));
    }

    public async ValueTask DisposeAsync()
    {
        Process.StandardInput.Close();
        await Process.WaitForExitAsync();
        Process.Dispose();
    }
}
