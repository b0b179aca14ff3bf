namespace GoogleCheckout.Outbox.MoneyChaos;

/// <summary>How large a run is and what happens in it; each property is the command line's option of that name.</summary>
internal sealed record ChaosOptions
{
    public const string Usage =
        """
        money-chaos [--orders N] [--workers N] [--database postgres|mariadb|sqlite] [--break order-lock|look-up]
                    [--faults PERCENT] [--kills N] [--restarts N] [--seed N] [--keep]

        Records charges, refunds and cancellations of orders in an outbox. Worker processes execute them over mutual TLS, in a sandbox
        that drops connections, responds with 503, truncates and delays. Meanwhile the workers are killed, and the database server
        crashes. Ends with 0 if the money of each order is as planned, to the cent, and no command was executed twice.

        --break takes a safeguard out, so that the run must fail: order-lock lets two workers work on one order, and look-up
        sends a command again after a lost response, without looking up the order. --faults is the number of commands in a hundred
        that have a fault. --keep leaves the folder with the workers' logs also after a run without deviations. PostgreSQL needs
        GOOGLE_CHECKOUT_POSTGRES, the folder of its programs, and MariaDB needs GOOGLE_CHECKOUT_MARIADB, the folder in which it is installed.
        """;

    public string Database { get; init; } = "postgresql";

    public bool IsSqlite => Database == "sqlite";

    public int Orders { get; init; } = 5_000;

    /// <summary>The number of worker processes.</summary>
    public int Workers { get; init; } = 4;

    public int Faults { get; init; } = 10;

    public int Kills { get; init; } = 20;

    public int Restarts { get; init; } = 2;

    /// <summary>Of the plan, and of what is killed when; not of what happens then.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Whether two workers may work on one order.</summary>
    public bool BreaksOrderLock { get; init; }

    /// <summary>Whether a command is sent again after a lost response without a look-up.</summary>
    public bool BreaksLookUp { get; init; }

    public bool Keep { get; init; }

    /// <summary>Reads a command line.</summary>
    /// <exception cref="FormatException">An option does not exist, or its value is invalid.</exception>
    public static ChaosOptions Parse(string[] arguments)
    {
        var options = ScriptArguments.Read(arguments, "--keep").Aggregate(new ChaosOptions(), (read, option) => read.With(option.Name, option.Value));

        // SQLite has no server.
        return options.IsSqlite ? options with { Restarts = 0 } : options;
    }

    private ChaosOptions With(string name, string value) => (name, value) switch
    {
        ("--keep", _) => this with { Keep = true },
        ("--database", "postgres" or "postgresql") => this with { Database = "postgresql" },
        ("--database", "mariadb" or "sqlite") => this with { Database = value },
        ("--break", "order-lock") => this with { BreaksOrderLock = true },
        ("--break", "look-up") => this with { BreaksLookUp = true },
        ("--orders", _) => this with { Orders = ScriptArguments.ReadNumber(name, value) },
        ("--workers", _) => this with { Workers = ScriptArguments.ReadNumber(name, value) },
        ("--faults", _) => this with { Faults = ScriptArguments.ReadNumber(name, value) },
        ("--kills", _) => this with { Kills = ScriptArguments.ReadNumber(name, value) },
        ("--restarts", _) => this with { Restarts = ScriptArguments.ReadNumber(name, value) },
        ("--seed", _) => this with { Seed = ScriptArguments.ReadNumber(name, value) },
        _ => throw new FormatException($"{name} {value} is no option."),
    };
}
