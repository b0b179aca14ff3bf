namespace GoogleCheckout.Endurance;

/// <summary>How long a run is; each property is the command line's option of that name.</summary>
internal sealed record EnduranceOptions
{
    public const string Usage =
        """
        endurance [--minutes N] [--database postgres|mariadb|sqlite] [--speed N] [--svg FILE] [--keep]

        Runs a merchant's host for an hour of a clock that is 20 times faster than the machine's. The host posts carts, receives
        notifications by callback and by polling, and sends commands with the outbox, against a sandbox over mutual TLS. The sandbox
        is stopped three times, and started again with another merchant key, client certificate and authority, which the host must take
        over while it runs. After each minute, the host counts its handles, connections, threads and the bytes on its heap.

        Draws the four curves in artifacts/endurance.svg, or the FILE. Ends with 0 if none of them grows: the lower quartile of the last
        third is not above that of the middle third by more than the report says. --keep leaves the folder with the logs. Needs Linux, for
        /proc. PostgreSQL needs GOOGLE_CHECKOUT_POSTGRES, the folder of its programs, and MariaDB needs GOOGLE_CHECKOUT_MARIADB, the folder
        in which it is installed.
        """;

    private const int MinSamples = 24;

    public string Database { get; init; } = "postgresql";

    /// <summary>The minutes of the clock.</summary>
    public int Minutes { get; init; } = 60;

    public int Speed { get; init; } = 20;

    public string Svg { get; init; } = Path.Combine("artifacts", "endurance.svg");

    public bool Keep { get; init; }

    public TimeSpan Duration => TimeSpan.FromMinutes(Minutes);

    /// <summary>A minute, or less in a short run.</summary>
    public TimeSpan SampleInterval => TimeSpan.FromTicks(Math.Min(TimeSpan.TicksPerMinute, Duration.Ticks / MinSamples));

    /// <summary>Reads a command line.</summary>
    /// <exception cref="FormatException">An option does not exist, or its value is invalid.</exception>
    public static EnduranceOptions Parse(string[] arguments)
    {
        var options = ScriptArguments.Read(arguments, "--keep").Aggregate(new EnduranceOptions(), (read, option) => read.With(option.Name, option.Value));
        return options is { Minutes: > 0, Speed: > 0 } ? options : throw new FormatException("--minutes and --speed must be 1 or more.");
    }

    private EnduranceOptions With(string name, string value) => (name, value) switch
    {
        ("--keep", _) => this with { Keep = true },
        ("--database", "postgres" or "postgresql") => this with { Database = "postgresql" },
        ("--database", "mariadb" or "sqlite") => this with { Database = value },
        ("--minutes", _) => this with { Minutes = ScriptArguments.ReadNumber(name, value) },
        ("--speed", _) => this with { Speed = ScriptArguments.ReadNumber(name, value) },
        ("--svg", _) => this with { Svg = value },
        _ => throw new FormatException($"{name} {value} is no option."),
    };
}
