using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using GoogleCheckout.Benchmarks;

if (args is ["long-history"])
{
    LongHistory.Measure();
    return;
}

if (args is ["command-over-tls"])
{
    await CommandOverTls.MeasureAsync();
    return;
}

if (args is ["callback-endpoint"])
{
    await CallbackThroughput.MeasureAsync();
    return;
}

if (args is ["callback-site", .. var roots])
{
    await CallbackSite.RunAsync(roots.FirstOrDefault());
    return;
}

if (args is ["sandbox-throughput", .. var size])
{
    await SandboxThroughput.MeasureAsync(size);
    return;
}

if (args is ["inbox", .. var settings])
{
    await InlineInbox.MeasureAsync(settings);
    return;
}

// In this process: the generated projects of BenchmarkDotNet would inherit the repository's build settings.
var config = DefaultConfig.Instance.AddJob(Job.Default.WithToolchain(InProcessEmitToolchain.Instance));
BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args, config);
