using GoogleCheckout.Outbox.MoneyChaos;

try
{
    if (args is ["worker", var settings])
    {
        await Worker.RunAsync(WorkerSettings.Read(settings));
        return 0;
    }

    if (args is ["--help" or "-h"])
    {
        Console.WriteLine(ChaosOptions.Usage);
        return 0;
    }

    return await ChaosDirector.RunAsync(ChaosOptions.Parse(args)) ? 0 : 1;
}
catch (FormatException e)
{
    Console.Error.WriteLine(e.Message);
    Console.Error.WriteLine(ChaosOptions.Usage);
    return 2;
}
