using System.CommandLine;
using GoogleCheckout.Cli.Commands;

namespace GoogleCheckout.Cli.Archives;

/// <summary>The option with the place of the results.</summary>
internal static class OutputOption
{
    public static Option<string> Create(string placeholder, string description)
    {
        var option = new Option<string>("--out") { Description = description, HelpName = placeholder, Required = true };
        option.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value.Length: 0 }])
            {
                result.AddError("--out requires a value.");
            }

            if (result.Tokens is [{ Value: StandardInput.Path }])
            {
                result.AddError("--out must be a path; results cannot be written to the standard output.");
            }
        });
        return option;
    }
}
