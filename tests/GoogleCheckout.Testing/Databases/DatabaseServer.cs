using System.Data.Common;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace GoogleCheckout.Testing;

/// <summary>A database server for tests: new, in a new folder, on a free port of this machine, deleted at the end.</summary>
public abstract class DatabaseServer : IAsyncDisposable
{
    private protected DatabaseServer(string folder)
    {
        Folder = folder;
        Port = FreePort();
        if (!OperatingSystem.IsWindows())
        {
            // The server may run as another user.
            File.SetUnixFileMode(folder, (UnixFileMode)0b111_111_111);
        }
    }

    public int Port { get; }

    protected string Folder { get; }

    protected string Data => Path.Combine(Folder, "data");

    /// <summary>Starts a new server for a script.</summary>
    /// <param name="database">The word of the command line: postgresql or mariadb; another database has no server.</param>
    /// <exception cref="FormatException">The programs of the server are not on this machine.</exception>
    public static async Task<DatabaseServer?> StartNewAsync(string database) => database switch
    {
        "postgresql" => PostgresServer.Programs is null ? throw new FormatException($"PostgreSQL {PostgresServer.Missing}.") : await PostgresServer.StartNewAsync().ConfigureAwait(false),
        "mariadb" => MariaDbServer.Installation is null ? throw new FormatException($"MariaDB {MariaDbServer.Missing}.") : await MariaDbServer.StartNewAsync().ConfigureAwait(false),
        _ => null,
    };

    /// <summary>Returns whether an exception of a driver can mean that the server is being restarted, or that SQLite is busy. MySqlConnector throws some exceptions of the socket as they are.</summary>
    public static bool IsUnavailable(Exception error) => error is DbException or IOException or SocketException;

    /// <summary>Returns the connection string of a database; by default, of one from which others can be created.</summary>
    public abstract string ConnectionString(string? database = null);

    /// <summary>Starts the server, and returns when it accepts connections.</summary>
    public abstract Task StartAsync();

    /// <summary>Kills the server with SIGKILL, as the kernel does if memory runs out.</summary>
    public abstract Task KillAsync();

    /// <summary>Stops the server as in a crash, and starts it again.</summary>
    public abstract Task RestartAsync();

    public async ValueTask DisposeAsync()
    {
        await EndAsync().ConfigureAwait(false);
        Directory.Delete(Folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Ends the server if it runs. Its data are no longer needed.</summary>
    private protected abstract Task EndAsync();

    /// <summary>Runs a program in the server's folder to its end.</summary>
    private protected async Task RunAsync(ProcessStartInfo start, Func<string> log)
    {
        start.WorkingDirectory = Folder;
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        start.Environment["LC_ALL"] = "C";
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync().ConfigureAwait(false);
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{start.FileName} failed: {await errors.ConfigureAwait(false)} {await output.ConfigureAwait(false)} {log()}");
        }
    }

    internal static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
