using System.Data.Common;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using MySqlConnector;
using Npgsql;

namespace GoogleCheckout.Endurance;

/// <summary>What the host process needs to know, in a file.</summary>
internal sealed record HostSettings
{
    public required string Database { get; init; }

    public required string ConnectionString { get; init; }

    /// <summary>The host's configuration file, which it reads again after a change.</summary>
    public required string ConfigurationPath { get; init; }

    /// <summary>The PFX file of the host's server certificate.</summary>
    public required string ServerCertificatePath { get; init; }

    /// <summary>The time at which the clock begins to run faster.</summary>
    public required DateTimeOffset Started { get; init; }

    public required int Speed { get; init; }

    /// <summary>How far the sandbox's clock was moved ahead before the host started.</summary>
    public required TimeSpan Ahead { get; init; }

    public required TimeSpan SampleInterval { get; init; }

    public static HostSettings Read(string path) => JsonSerializer.Deserialize<HostSettings>(File.ReadAllText(path))!;

    public void Write(string path) => File.WriteAllText(path, JsonSerializer.Serialize(this));

    public DbDataSource Connect()
    {
        switch (Database)
        {
            case "postgresql":
                return NpgsqlDataSource.Create(ConnectionString);
            case "mariadb":
                return new MySqlDataSource(ConnectionString);
            default:
                SQLitePCL.Batteries_V2.Init();
                return SqliteFactory.Instance.CreateDataSource(ConnectionString);
        }
    }
}
