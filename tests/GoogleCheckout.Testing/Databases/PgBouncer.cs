using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;

namespace GoogleCheckout.Testing;

/// <summary>
/// A PgBouncer between programs and a PostgreSQL server, which executes each transaction in any free session. The environment variable <see cref="Variable"/> names
/// its program.
/// </summary>
public sealed class PgBouncer : IAsyncDisposable
{
    public const string Variable = "GOOGLE_CHECKOUT_PGBOUNCER";

    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    private readonly string _folder = Directory.CreateTempSubdirectory("googlecheckout-pgbouncer-").FullName;
    private readonly ConcurrentQueue<string> _log = new();
    private readonly Process _process;

    private PgBouncer(int serverPort)
    {
        Port = DatabaseServer.FreePort();
        var settings = Path.Combine(_folder, "pgbouncer.ini");
        var users = Path.Combine(_folder, "users");
        File.WriteAllText(users, "\"postgres\" \"\"\n");
        File.WriteAllText(
            settings,
            string.Create(
                CultureInfo.InvariantCulture,
                $"""
                [databases]
                * = host=127.0.0.1 port={serverPort}
                [pgbouncer]
                listen_addr = 127.0.0.1
                listen_port = {Port}
                unix_socket_dir =
                auth_type = trust
                auth_file = {users}
                pool_mode = transaction
                ignore_startup_parameters = extra_float_digits

                """));
        var start = new ProcessStartInfo(Program ?? throw new InvalidOperationException(Missing), [settings]) { RedirectStandardError = true };
        if (Environment.IsPrivilegedProcess && !OperatingSystem.IsWindows())
        {
            // It refuses to run as root.
            start.ArgumentList.Insert(0, "--user=postgres");
            File.SetUnixFileMode(_folder, (UnixFileMode)0b111_111_111);
        }

        _process = Process.Start(start)!;
        _process.ErrorDataReceived += (_, line) => _log.Enqueue(line.Data ?? string.Empty);
        _process.BeginErrorReadLine();
    }

    /// <summary>The path of the program; null if the variable is not set.</summary>
    public static string? Program => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } program ? program : null;

    /// <summary>The reason for skipping a test without the program.</summary>
    public static string Missing => $"needs PgBouncer: set {Variable} to the program, such as /usr/sbin/pgbouncer";

    public int Port { get; }

    /// <summary>Starts a PgBouncer, and returns when it accepts connections.</summary>
    /// <param name="serverPort">The port of the server on this machine.</param>
    public static async Task<PgBouncer> StartAsync(int serverPort)
    {
        var bouncer = new PgBouncer(serverPort);
        try
        {
            using var limit = new CancellationTokenSource(StartLimit);
            while (!await bouncer.AcceptsConnectionsAsync(limit.Token).ConfigureAwait(false))
            {
                await Task.Delay(Pause, limit.Token).ConfigureAwait(false);
            }

            return bouncer;
        }
        catch
        {
            await bouncer.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            await _process.WaitForExitAsync().ConfigureAwait(false);
        }

        _process.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task<bool> AcceptsConnectionsAsync(CancellationToken cancellationToken)
    {
        if (_process.HasExited)
        {
            throw new InvalidOperationException($"PgBouncer ended with exit code {_process.ExitCode}: {string.Join('\n', _log)}");
        }

        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync("127.0.0.1", Port, cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
