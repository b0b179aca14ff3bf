using System.CommandLine;

namespace GoogleCheckout.Cli.Archives;

/// <summary>The option with the time zone of times and months.</summary>
internal static class TimeZoneOption
{
    public static Option<string?> Create() => new("--time-zone")
    {
        Description = "The time zone of the books, by its IANA or Windows name. UTC by default.",
        HelpName = "NAME",
    };
}
