using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using GoogleCheckout.Benchmarks;
using GoogleCheckout.Benchmarks.Report;

if (args is ["report", .. var names])
{
    return await BenchmarkReport.WriteAsync(names);
}

if (args is ["callback-site", .. var roots])
{
    await CallbackSite.RunAsync(roots.FirstOrDefault());
    return 0;
}

if (args is [var name, .. var settings] && Part.All.FirstOrDefault(part => part.Name == name) is { } selected)
{
    await BenchmarkReport.PrintAsync(selected, settings);
    return 0;
}

// In this process: the generated projects of BenchmarkDotNet would inherit the repository's build settings.
var config = DefaultConfig.Instance.AddJob(Job.Default.WithToolchain(InProcessEmitToolchain.Instance));
BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args, config);
return 0;
