using BenchmarkDotNet.Attributes;
using GoogleCheckout.Sandbox;

namespace GoogleCheckout.Benchmarks;

/// <summary>The time to start and stop a sandbox for one test: certificates and server. Budget: well under a second.</summary>
[MemoryDiagnoser]
public class StartSandbox
{
    [Benchmark]
    public async Task StartAndDispose()
    {
        await using var sandbox = await CheckoutSandbox.StartAsync();
    }
}
