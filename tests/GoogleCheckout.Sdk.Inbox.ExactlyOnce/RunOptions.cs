namespace GoogleCheckout.Inbox.ExactlyOnce;

/// <summary>How large a run is and what happens in it; each property is the command line's option of that name.</summary>
internal sealed record RunOptions
{
    public const string Usage =
        """
        exactly-once [--database postgresql|mariadb|sqlite] [--mode inline|queued] [--inbox on|none] [--notifications N] [--orders N]
                     [--duplicates PERCENT] [--receivers N] [--kills N] [--restarts N] [--seed N] [--keep]

        Sends notifications, some of them twice and all in random order, to receivers that are killed while the database server
        is restarted, and counts what their handlers did. Ends with 0 where each effect is there exactly once. --keep leaves the
        folder with the receivers' logs even so. PostgreSQL needs GOOGLE_CHECKOUT_POSTGRES, the folder of its programs, and
        MariaDB needs GOOGLE_CHECKOUT_MARIADB, the folder in which it is installed.
        """;

    public string Database { get; init; } = "postgresql";

    public bool IsSqlite => Database == "sqlite";

    public bool IsQueued { get; init; }

    /// <summary>Whether there is an inbox; without one doubles must show, or the judge is blind.</summary>
    public bool HasInbox { get; init; } = true;

    public int Notifications { get; init; } = 20_000;

    public int Orders { get; init; } = 2_000;

    /// <summary>How many of a hundred notifications are delivered twice.</summary>
    public int Duplicates { get; init; } = 30;

    public int Receivers { get; init; } = 4;

    public int Kills { get; init; } = 20;

    public int Restarts { get; init; } = 2;

    /// <summary>Of what is sent in which order, what is killed and when; not of what happens then.</summary>
    public int Seed { get; init; } = 1;

    public bool Keep { get; init; }

    /// <summary>Reads a command line.</summary>
    /// <exception cref="FormatException">An option is none, or its value.</exception>
    public static RunOptions Parse(string[] arguments)
    {
        var options = ScriptArguments.Read(arguments, "--keep").Aggregate(new RunOptions(), (read, option) => read.With(option.Name, option.Value));

        // SQLite is a file of one program.
        return options.IsSqlite ? options with { Receivers = 1, Restarts = 0 } : options;
    }

    private RunOptions With(string name, string value) => (name, value) switch
    {
        ("--keep", _) => this with { Keep = true },
        ("--database", "postgresql" or "mariadb" or "sqlite") => this with { Database = value },
        ("--mode", "inline" or "queued") => this with { IsQueued = value == "queued" },
        ("--inbox", "on" or "none") => this with { HasInbox = value == "on" },
        ("--notifications", _) => this with { Notifications = ScriptArguments.ReadNumber(name, value) },
        ("--orders", _) => this with { Orders = ScriptArguments.ReadNumber(name, value) },
        ("--duplicates", _) => this with { Duplicates = ScriptArguments.ReadNumber(name, value) },
        ("--receivers", _) => this with { Receivers = ScriptArguments.ReadNumber(name, value) },
        ("--kills", _) => this with { Kills = ScriptArguments.ReadNumber(name, value) },
        ("--restarts", _) => this with { Restarts = ScriptArguments.ReadNumber(name, value) },
        ("--seed", _) => this with { Seed = ScriptArguments.ReadNumber(name, value) },
        _ => throw new FormatException($"{name} {value} is no option."),
    };
}
