using GoogleCheckout.Endurance;

try
{
    if (args is ["host", var settings])
    {
        await ShopHost.RunAsync(HostSettings.Read(settings));
        return 0;
    }

    if (args is ["--help" or "-h"])
    {
        Console.WriteLine(EnduranceOptions.Usage);
        return 0;
    }

    return await EnduranceRun.RunAsync(EnduranceOptions.Parse(args)) ? 0 : 1;
}
catch (FormatException e)
{
    Console.Error.WriteLine(e.Message);
    Console.Error.WriteLine(EnduranceOptions.Usage);
    return 2;
}
