using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using GoogleCheckout.Sandbox;
using NUnit.Framework;

namespace GoogleCheckout.Samples.MerchantStore;

/// <summary>The store in a separate process on a free port, with its database in a folder of the test.</summary>
internal sealed partial class ShopProcess : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private readonly TaskCompletionSource<Uri> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<string> _setupCode = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private ShopProcess(ProcessStartInfo start)
    {
        _process = new Process { StartInfo = start, EnableRaisingEvents = true };
        _process.OutputDataReceived += (_, line) => Note(line.Data);
        _process.ErrorDataReceived += (_, line) => Note(line.Data);
        _process.Exited += (_, _) => _address.TrySetException(new InvalidOperationException("The shop has ended."));
    }

    /// <summary>Where it listens.</summary>
    public Uri Address => _address.Task.Result;

    /// <summary>The code in its log with which the owner's password is set, while there is none.</summary>
    public Task<string> SetupCode => _setupCode.Task.WaitAsync(StartLimit);

    /// <summary>Everything it has written to the console, which is its log.</summary>
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

    /// <summary>The shop in development, without a merchant: it brings its sandbox along.</summary>
    public static Task<ShopProcess> StartAsync(DirectoryInfo folder, params (string Name, string Value)[] settings) =>
        StartAsync(folder, "Development", settings);

    /// <summary>The shop as a merchant of the test's own sandbox, which sends its notifications there from now on.</summary>
    public static async Task<ShopProcess> StartAsync(DirectoryInfo folder, CheckoutSandbox sandbox, params (string Name, string Value)[] settings)
    {
        var authority = Path.Combine(folder.FullName, "authority.pem");
        await File.WriteAllTextAsync(authority, sandbox.CertificateAuthority.ExportCertificatePem());
        var shop = await StartAsync(folder, "Development",
        [
            ("GoogleCheckout:MerchantId", sandbox.MerchantId),
            ("GoogleCheckout:MerchantKey", sandbox.MerchantKey),
            ("GoogleCheckout:Environment", sandbox.BaseAddress.ToString()),
            ("GoogleCheckout:TrustedCertificate", authority),
            .. settings,
        ]);
        sandbox.CallbackUrl = new Uri(shop.Address, "/checkout/callback");
        return shop;
    }

    public static async Task<ShopProcess> StartAsync(DirectoryInfo folder, string environment, params (string Name, string Value)[] settings)
    {
        var shop = new ShopProcess(Command(folder, environment, settings));
        shop._process.Start();
        shop._process.BeginOutputReadLine();
        shop._process.BeginErrorReadLine();
        try
        {
            await shop._address.Task.WaitAsync(StartLimit);
            return shop;
        }
        catch (Exception e)
        {
            await shop.DisposeAsync();
            throw new InvalidOperationException($"The shop did not start: {shop.Output}", e);
        }
    }

    /// <summary>Ends it as a power cut would.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static ProcessStartInfo Command(DirectoryInfo folder, string environment, (string Name, string Value)[] settings)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath is { } host && Path.GetFileNameWithoutExtension(host) == "dotnet" ? host : "dotnet")
        {
            ArgumentList =
            {
                "exec", Path.Combine(TestContext.CurrentContext.TestDirectory, "MerchantStore.dll"),
                "--urls", "http://127.0.0.1:0",
                "--contentRoot", Path.Combine(Repository.Root, "samples/MerchantStore"),
                "--ConnectionStrings:Store", $"Data Source={Path.Combine(folder.FullName, "shop.db")}",
            },
            WorkingDirectory = folder.FullName,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["ASPNETCORE_ENVIRONMENT"] = environment, ["HOME"] = folder.FullName },
        };
        foreach (var (name, value) in settings)
        {
            start.ArgumentList.Add($"--{name}");
            start.ArgumentList.Add(value);
        }

        return start;
    }

    private void Note(string? line)
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
