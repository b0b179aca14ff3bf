using GoogleCheckout.Architecture;

return Commands.Run(args, Console.Out);
