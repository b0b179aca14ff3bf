using GoogleCheckout.Cli.Sandbox;
using GoogleCheckout.Sandbox;

namespace GoogleCheckout.Cli.Orders;

/// <summary>The options with which a command calls a sandbox, over TLS with a client certificate.</summary>
internal static class GatewayConnection
{
    /// <summary>Writes the files, and returns the options.</summary>
    /// <param name="sandbox">The sandbox.</param>
    /// <param name="folder">The folder of the files.</param>
    /// <param name="key">The merchant's key; null for the right one.</param>
    public static string[] Create(CheckoutSandbox sandbox, TemporaryFolder folder, string? key = null)
    {
        CertificateFiles.Write(sandbox, folder.Path);
        return
        [
            "--environment", $"{sandbox.BaseAddress}",
            "--merchant-id", sandbox.MerchantId,
            "--key-file", folder.Write("merchant.key", key ?? sandbox.MerchantKey),
            "--certificate", Path.Combine(folder.Path, "client.pfx"),
            "--trust", Path.Combine(folder.Path, "authority.pem"),
        ];
    }

    /// <summary>Runs the tool as a process.</summary>
    public static Task<ToolResult> RunAsync(CheckoutSandbox sandbox, TemporaryFolder folder, params string[] args) => RunAsync(sandbox, folder, string.Empty, args);

    /// <summary>Runs the tool as a process.</summary>
    /// <param name="sandbox">The sandbox.</param>
    /// <param name="folder">The current folder.</param>
    /// <param name="input">What is typed.</param>
    /// <param name="args">The arguments before those of the connection.</param>
    public static Task<ToolResult> RunAsync(CheckoutSandbox sandbox, TemporaryFolder folder, string input, string[] args) =>
        ToolProcess.RunAsync([.. args, .. Create(sandbox, folder)], [], input, folder.Path);

    /// <summary>Places an order that can be charged.</summary>
    public static async Task<string> PlaceAsync(CheckoutSandbox sandbox)
    {
        using var client = sandbox.CreateClient();
        var order = (await sandbox.PlaceOrderAsync(await client.CheckoutAsync(SampleCarts.Books))).GoogleOrderNumber;
        await sandbox.AdvanceAsync(TimeSpan.FromMinutes(1));
        return order;
    }
}
