using System.Diagnostics;
using System.Globalization;

namespace GoogleCheckout.Testing;

/// <summary>A PostgreSQL server for tests. The environment variable <see cref="Variable"/> names the folder of its programs.</summary>
public sealed class PostgresServer : DatabaseServer
{
    public const string Variable = "GOOGLE_CHECKOUT_POSTGRES";

    private readonly string[] _settings;

    private PostgresServer(string[] settings)
        : base(Directory.CreateTempSubdirectory("googlecheckout-postgres-").FullName) => _settings = settings;

    /// <summary>The folder of the server's programs; null if the variable is not set.</summary>
    public static string? Programs => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } folder ? folder : null;

    /// <summary>The reason for skipping a test without the programs.</summary>
    public static string Missing => $"needs the programs of a PostgreSQL server: set {Variable} to the folder with initdb and pg_ctl, such as /usr/lib/postgresql/15/bin";

    private string ProcessIdFile => Path.Combine(Data, "postmaster.pid");

    /// <summary>Creates a cluster and starts its server.</summary>
    /// <param name="settings">The server settings, for example <c>fsync=off</c>.</param>
    public static async Task<PostgresServer> StartNewAsync(params string[] settings)
    {
        var server = new PostgresServer(settings);
        try
        {
            await server.RunAsync("initdb", "--pgdata", server.Data, "--username", "postgres", "--auth", "trust", "--encoding", "UTF8", "--locale", "C", "--no-sync").ConfigureAwait(false);
            await server.StartAsync().ConfigureAwait(false);
            return server;
        }
        catch
        {
            await server.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    public override string ConnectionString(string? database = null) =>
        string.Create(CultureInfo.InvariantCulture, $"Host=127.0.0.1;Port={Port};Username=postgres;Database={database ?? "postgres"}");

    public override Task StartAsync()
    {
        var options = string.Create(CultureInfo.InvariantCulture, $"-h 127.0.0.1 -p {Port} -k \"{Folder}\" -c max_connections=300");
        return RunAsync("pg_ctl", "--pgdata", Data, "--wait", "--log", Path.Combine(Folder, "log"), "--options", string.Join(" -c ", [options, .. _settings]), "start");
    }

    public override async Task RestartAsync()
    {
        await RunAsync("pg_ctl", "--pgdata", Data, "--wait", "--mode", "immediate", "stop").ConfigureAwait(false);
        await StartAsync().ConfigureAwait(false);
    }

    public override async Task KillAsync()
    {
        using var postmaster = Process.GetProcessById(await ProcessIdAsync().ConfigureAwait(false));
        postmaster.Kill();
        await postmaster.WaitForExitAsync().ConfigureAwait(false);
    }

    private protected override Task EndAsync() =>
        File.Exists(ProcessIdFile) ? RunAsync("pg_ctl", "--pgdata", Data, "--wait", "--mode", "immediate", "stop") : Task.CompletedTask;

    private async Task<int> ProcessIdAsync() =>
        int.Parse((await File.ReadAllLinesAsync(ProcessIdFile).ConfigureAwait(false))[0], CultureInfo.InvariantCulture);

    // The server refuses to run as root.
    private Task RunAsync(string program, params string[] arguments)
    {
        var path = Path.Combine(Programs ?? throw new InvalidOperationException(Missing), program);
        return RunAsync(
            Environment.IsPrivilegedProcess && !OperatingSystem.IsWindows()
                ? new ProcessStartInfo("runuser", ["-u", "postgres", "--", path, .. arguments])
                : new ProcessStartInfo(path, arguments),
            Log);
    }

    private string Log()
    {
        var log = Path.Combine(Folder, "log");
        return File.Exists(log) ? File.ReadAllText(log) : string.Empty;
    }
}
