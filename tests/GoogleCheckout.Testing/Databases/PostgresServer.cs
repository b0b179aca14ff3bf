using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace GoogleCheckout.Testing;

/// <summary>
/// A PostgreSQL server for tests: a new cluster in a new folder, on a free port of this machine, deleted at the end.
/// The environment variable <see cref="Variable"/> names the folder of its programs.
/// </summary>
public sealed class PostgresServer : IAsyncDisposable
{
    public const string Variable = "GOOGLE_CHECKOUT_POSTGRES";

    private readonly string _folder;
    private readonly string[] _settings;

    private PostgresServer(string folder, int port, string[] settings)
    {
        _folder = folder;
        _settings = settings;
        Port = port;
    }

    /// <summary>The folder of the server's programs; null if the variable is not set.</summary>
    public static string? Programs => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } folder ? folder : null;

    /// <summary>The reason for skipping a test without the programs.</summary>
    public static string Missing => $"needs the programs of a PostgreSQL server: set {Variable} to the folder with initdb and pg_ctl, such as /usr/lib/postgresql/15/bin";

    public int Port { get; }

    /// <summary>Creates a cluster and starts its server.</summary>
    /// <param name="settings">The server settings, for example <c>fsync=off</c>.</param>
    public static async Task<PostgresServer> StartNewAsync(params string[] settings)
    {
        var folder = Directory.CreateTempSubdirectory("googlecheckout-postgres-").FullName;
        if (!OperatingSystem.IsWindows())
        {
            // The server may run as another user, below.
            File.SetUnixFileMode(folder, (UnixFileMode)0b111_111_111);
        }

        var server = new PostgresServer(folder, FreePort(), settings);
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

    /// <summary>Returns the connection string of a database.</summary>
    public string ConnectionString(string database = "postgres") =>
        string.Create(CultureInfo.InvariantCulture, $"Host=127.0.0.1;Port={Port};Username=postgres;Database={database}");

    /// <summary>Starts the server, and returns when it accepts connections.</summary>
    public Task StartAsync()
    {
        var options = string.Create(CultureInfo.InvariantCulture, $"-h 127.0.0.1 -p {Port} -k \"{_folder}\" -c max_connections=300");
        return RunAsync("pg_ctl", "--pgdata", Data, "--wait", "--log", Path.Combine(_folder, "log"), "--options", string.Join(" -c ", [options, .. _settings]), "start");
    }

    /// <summary>Stops the server and closes its connections.</summary>
    public Task StopAsync() => RunAsync("pg_ctl", "--pgdata", Data, "--wait", "--mode", "fast", "stop");

    /// <summary>Stops the server as in a crash, and starts it again.</summary>
    public async Task RestartAsync()
    {
        await RunAsync("pg_ctl", "--pgdata", Data, "--wait", "--mode", "immediate", "stop").ConfigureAwait(false);
        await StartAsync().ConfigureAwait(false);
    }

    /// <summary>Kills the server with SIGKILL, as the kernel does if memory runs out.</summary>
    public async Task KillAsync()
    {
        using var postmaster = Process.GetProcessById(await ProcessIdAsync().ConfigureAwait(false));
        postmaster.Kill();
        await postmaster.WaitForExitAsync().ConfigureAwait(false);
    }

    public async ValueTask DisposeAsync()
    {
        if (File.Exists(ProcessIdFile))
        {
            await RunAsync("pg_ctl", "--pgdata", Data, "--wait", "--mode", "immediate", "stop").ConfigureAwait(false);
        }

        Directory.Delete(_folder, recursive: true);
    }

    private string Data => Path.Combine(_folder, "data");

    private string ProcessIdFile => Path.Combine(Data, "postmaster.pid");

    private async Task<int> ProcessIdAsync() =>
        int.Parse((await File.ReadAllLinesAsync(ProcessIdFile).ConfigureAwait(false))[0], CultureInfo.InvariantCulture);

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    // The server refuses to run as root.
    private async Task RunAsync(string program, params string[] arguments)
    {
        var path = Path.Combine(Programs ?? throw new InvalidOperationException(Missing), program);
        var start = Environment.IsPrivilegedProcess && !OperatingSystem.IsWindows()
            ? new ProcessStartInfo("runuser", ["-u", "postgres", "--", path, .. arguments])
            : new ProcessStartInfo(path, arguments);
        start.WorkingDirectory = _folder;
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        start.Environment["LC_ALL"] = "C";
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync().ConfigureAwait(false);
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program} failed: {await errors.ConfigureAwait(false)} {await output.ConfigureAwait(false)} {Log()}");
        }
    }

    private string Log()
    {
        var log = Path.Combine(_folder, "log");
        return File.Exists(log) ? File.ReadAllText(log) : string.Empty;
    }
}
