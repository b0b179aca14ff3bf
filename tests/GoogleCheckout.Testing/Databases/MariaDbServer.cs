using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace GoogleCheckout.Testing;

/// <summary>A MariaDB server for tests. The environment variable <see cref="Variable"/> names the folder in which MariaDB is installed.</summary>
public sealed class MariaDbServer : DatabaseServer
{
    public const string Variable = "GOOGLE_CHECKOUT_MARIADB";

    private const string Ready = "ready for connections";

    private static readonly TimeSpan StartLimit = TimeSpan.FromMinutes(1);

    private readonly string[] _settings;
    private readonly ConcurrentQueue<string> _log = new();
    private Process? _process;

    private MariaDbServer(string[] settings)
        : base(Directory.CreateTempSubdirectory("googlecheckout-mariadb-").FullName) => _settings = settings;

    /// <summary>The folder in which the server is installed; null if the variable is not set.</summary>
    public static string? Installation => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } folder ? folder : null;

    /// <summary>The reason for skipping a test without the programs.</summary>
    public static string Missing => $"needs the programs of a MariaDB server: set {Variable} to the folder in which it is installed, with sbin/mariadbd or bin/mariadbd, such as /usr";

    // The server runs as root only if it is told to.
    private static string[] User => Environment.IsPrivilegedProcess && !OperatingSystem.IsWindows() ? ["--user=root"] : [];

    /// <summary>Creates the server's data and starts it.</summary>
    /// <param name="settings">The server settings, for example <c>innodb-flush-log-at-trx-commit=0</c>.</param>
    public static async Task<MariaDbServer> StartNewAsync(params string[] settings)
    {
        var server = new MariaDbServer(settings);
        try
        {
            await server.RunAsync(
                new ProcessStartInfo(
                    Find("mariadb-install-db"),
                    ["--no-defaults", $"--basedir={Installation}", $"--datadir={server.Data}", "--auth-root-authentication-method=normal", .. User]),
                () => string.Empty).ConfigureAwait(false);
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
        string.Create(CultureInfo.InvariantCulture, $"Server=127.0.0.1;Port={Port};User ID=root;Database={database ?? "test"}");

    public override async Task StartAsync()
    {
        var ready = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        string[] arguments =
        [
            "--no-defaults", $"--basedir={Installation}", $"--datadir={Data}", $"--socket={Path.Combine(Folder, "socket")}", $"--pid-file={Path.Combine(Folder, "pid")}",
            "--bind-address=127.0.0.1", string.Create(CultureInfo.InvariantCulture, $"--port={Port}"), "--skip-name-resolve", "--max-connections=300", "--character-set-server=utf8mb4",
            .. _settings.Select(setting => "--" + setting), .. User,
        ];
        _process?.Dispose();
        _process = new Process
        {
            StartInfo = new ProcessStartInfo(Find("mariadbd"), arguments) { WorkingDirectory = Folder, RedirectStandardError = true, Environment = { ["LC_ALL"] = "C" } },
            EnableRaisingEvents = true,
        };
        _process.Exited += (_, _) => ready.TrySetException(new InvalidOperationException($"mariadbd ended: {string.Join('\n', _log)}"));
        _process.ErrorDataReceived += (_, line) =>
        {
            _log.Enqueue(line.Data ?? string.Empty);
            if (line.Data?.Contains(Ready, StringComparison.Ordinal) ?? false)
            {
                ready.TrySetResult();
            }
        };
        _process.Start();
        _process.BeginErrorReadLine();
        await ready.Task.WaitAsync(StartLimit).ConfigureAwait(false);
    }

    public override async Task RestartAsync()
    {
        await KillAsync().ConfigureAwait(false);
        await StartAsync().ConfigureAwait(false);
    }

    public override async Task KillAsync()
    {
        _process!.Kill();
        await _process.WaitForExitAsync().ConfigureAwait(false);
    }

    private protected override async Task EndAsync()
    {
        if (_process is { HasExited: false })
        {
            await KillAsync().ConfigureAwait(false);
        }

        _process?.Dispose();
    }

    // Debian has the server in sbin and the other programs in bin; MariaDB's own archives have bin and scripts.
    private static string Find(string program)
    {
        var installation = Installation ?? throw new InvalidOperationException(Missing);
        return new[] { "sbin", "bin", "scripts" }.Select(folder => Path.Combine(installation, folder, program)).FirstOrDefault(File.Exists)
            ?? throw new InvalidOperationException($"{program} is not in {installation}/sbin, bin or scripts. The test {Missing}.");
    }
}
