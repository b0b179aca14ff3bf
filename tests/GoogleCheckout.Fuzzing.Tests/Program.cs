using GoogleCheckout.Fuzzing;

return await FuzzCommand.Create(Console.Out).Parse(args).InvokeAsync();
