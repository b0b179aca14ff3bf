using BenchmarkDotNet.Attributes;
using GoogleCheckout.Sandbox;

namespace GoogleCheckout.Benchmarks;

/// <summary>What a sandbox of its own costs a test: certificates, server, and the end of both. Budget: well under a second.</summary>
[MemoryDiagnoser]
public class StartSandbox
{
    [Benchmark]
    public async Task StartAndDispose()
    {
        await using var sandbox = await CheckoutSandbox.StartAsync();
    }
}
