using System.Diagnostics;
using GoogleCheckout.Sandbox;
using NUnit.Framework;

namespace GoogleCheckout.Samples.MerchantStore;

/// <summary>The store in a separate process on a free port, with its database in a folder of the test.</summary>
internal sealed class ShopProcess : RunningStore
{
    private readonly Process _process;

    private ShopProcess(ProcessStartInfo start)
    {
        _process = new Process { StartInfo = start, EnableRaisingEvents = true };
        _process.OutputDataReceived += (_, line) => Note(line.Data);
        _process.ErrorDataReceived += (_, line) => Note(line.Data);
        _process.Exited += (_, _) => NoteEnd();
    }

    /// <summary>The shop in development, without a merchant: it brings its sandbox along.</summary>
    public static Task<ShopProcess> StartAsync(DirectoryInfo folder, params (string Name, string Value)[] settings) =>
        StartAsync(folder, "Development", settings);

    /// <summary>The shop as a merchant of the test's own sandbox, which sends its notifications there from now on.</summary>
    public static async Task<ShopProcess> StartAsync(DirectoryInfo folder, CheckoutSandbox sandbox, params (string Name, string Value)[] settings)
    {
        var shop = await StartAsync(folder, "Development", [.. await GetSettingsAsync(folder, sandbox), .. settings]);
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
            await shop.WaitForAddressAsync();
            return shop;
        }
        catch (Exception e)
        {
            await shop.DisposeAsync();
            throw new InvalidOperationException($"The shop did not start: {shop.Output}", e);
        }
    }

    /// <summary>Ends it as a power cut would.</summary>
    public override async ValueTask DisposeAsync()
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
}
