using GoogleCheckout.Inbox.ExactlyOnce;

try
{
    if (args is ["receiver", var address, var connectionString, .. var rest])
    {
        await Receiver.RunAsync(RunOptions.Parse(rest), connectionString, new Uri(address));
        return 0;
    }

    if (args is ["--help" or "-h"])
    {
        Console.WriteLine(RunOptions.Usage);
        return 0;
    }

    return await CrashDirector.RunAsync(args) ? 0 : 1;
}
catch (FormatException e)
{
    Console.Error.WriteLine(e.Message);
    Console.Error.WriteLine(RunOptions.Usage);
    return 2;
}
