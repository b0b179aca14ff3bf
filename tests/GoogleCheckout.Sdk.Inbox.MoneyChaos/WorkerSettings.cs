using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using GoogleCheckout.Orders;
using GoogleCheckout.Sandbox;

namespace GoogleCheckout.Outbox.MoneyChaos;

/// <summary>What a worker process needs to know, in a file.</summary>
internal sealed record WorkerSettings
{
    /// <summary>The names under which the merchant is registered if the lock of orders is taken out. Each command of an order then has its own.</summary>
    public const int Lanes = 8;

    public required string Database { get; init; }

    public required string ConnectionString { get; init; }

    public required Uri BaseAddress { get; init; }

    public required string MerchantId { get; init; }

    public required string MerchantKey { get; init; }

    /// <summary>The PFX file of the client certificate.</summary>
    public required string ClientCertificatePath { get; init; }

    /// <summary>The PEM file of the certificate authority.</summary>
    public required string TrustedCertificatePath { get; init; }

    public required bool BreaksOrderLock { get; init; }

    public required bool BreaksLookUp { get; init; }

    /// <summary>The time at which the outbox's clock begins to run faster.</summary>
    public required DateTimeOffset Started { get; init; }

    /// <summary>
    /// How much faster the outbox's clock runs. SQLite has no row locks: after a kill, no other worker takes a command before the time of the
    /// attempt and a minute have passed.
    /// </summary>
    public int Speed => Database == "sqlite" ? 20 : 1;

    public TimeProvider Clock => Speed == 1 ? TimeProvider.System : new FasterTimeProvider(Started, Speed);

    public static WorkerSettings Create(ChaosOptions options, string connectionString, CheckoutSandbox sandbox, string folder)
    {
        var (client, authority) = (Path.Combine(folder, "client.pfx"), Path.Combine(folder, "authority.pem"));
        File.WriteAllBytes(client, sandbox.ClientCertificate.Export(X509ContentType.Pkcs12));
        File.WriteAllText(authority, sandbox.CertificateAuthority.ExportCertificatePem());
        return new WorkerSettings
        {
            Database = options.Database,
            ConnectionString = connectionString,
            BaseAddress = sandbox.BaseAddress,
            MerchantId = sandbox.MerchantId,
            MerchantKey = sandbox.MerchantKey,
            ClientCertificatePath = client,
            TrustedCertificatePath = authority,
            BreaksOrderLock = options.BreaksOrderLock,
            BreaksLookUp = options.BreaksLookUp,
            Started = TimeProvider.System.GetUtcNow(),
        };
    }

    public static WorkerSettings Read(string path) => JsonSerializer.Deserialize<WorkerSettings>(File.ReadAllText(path))!;

    public void Write(string path) => File.WriteAllText(path, JsonSerializer.Serialize(this));

    /// <summary>Returns the name of the merchant for a command of an order: the row with this name and the order number is what a worker locks.</summary>
    public string GetMerchant(int command) => BreaksOrderLock ? $"lane-{command % Lanes}" : string.Empty;

    public void Configure(CheckoutOptions options)
    {
        options.Environment = CheckoutEnvironment.ForBaseAddress(BaseAddress);
        options.MerchantId = MerchantId;
        options.MerchantKey = MerchantKey;
        options.ClientCertificatePath = ClientCertificatePath;
        options.TrustedCertificatePath = TrustedCertificatePath;
        options.Timeout = FaultPlan.RequestTimeout;
        options.TimeProvider = TimeProvider.System;
    }

    /// <summary>Sets the times for a lost response: longer than the sandbox takes to execute a command whose connection it dropped.</summary>
    public void Configure(OrderReconcilerOptions options)
    {
        options.SettleTime = TimeSpan.FromSeconds(2) * Speed;
        options.PollInterval = TimeSpan.FromMilliseconds(100) * Speed;
        options.Timeout = TimeSpan.FromSeconds(7) * Speed;
        options.TimeProvider = Clock;
    }

    /// <summary>A failed attempt is soon repeated, or a run takes hours; and often, because a kill is an attempt too.</summary>
    public void Configure(CheckoutOutboxOptions options)
    {
        options.PollInterval = TimeSpan.FromMilliseconds(200) * Speed;
        options.RetryDelay = TimeSpan.FromMilliseconds(100) * Speed;
        options.MaxRetryDelay = TimeSpan.FromSeconds(1) * Speed;
        options.PostponeDelay = TimeSpan.FromMilliseconds(200) * Speed;
        options.AttemptTimeout = Database == "sqlite" ? TimeSpan.FromSeconds(8) * Speed : TimeSpan.FromSeconds(30);
        options.MaxAttempts = 10_000;
        options.Workers = Database == "sqlite" ? 4 : 8;
        options.CreateSchema = false;
    }
}
