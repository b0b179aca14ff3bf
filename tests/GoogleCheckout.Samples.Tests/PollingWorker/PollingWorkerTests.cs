using System.Security.Cryptography.X509Certificates;
using GoogleCheckout.Carts;
using GoogleCheckout.Reports;
using GoogleCheckout.Sandbox;
using Microsoft.Data.Sqlite;
using NUnit.Framework;

namespace GoogleCheckout.Samples.PollingWorker;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class PollingWorkerTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("googlecheckout-worker-");

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }

    [Test]
    public async Task Worker_WithoutAMerchant_ShowsNotificationsOfItsSandboxAndKeepsThem()
    {
        await using (var first = new WorkerProcess(_folder))
        {
            await first.WaitForAsync(lines => WorkerProcess.EntriesOf(lines).Count >= 6);
        }

        var before = await LedgerAsync();
        await using (var second = new WorkerProcess(_folder))
        {
            await second.WaitForAsync(lines => WorkerProcess.EntriesOf(lines).Count >= 6);
            Assert.That(second.Output, Does.Contain($"has {before.Count} entries").And.Contain("Polling restarts at"), "the first sandbox is gone");
        }

        var after = await LedgerAsync();
        Assert.That(before, Has.Count.GreaterThanOrEqualTo(5).And.Unique);
        Assert.That(after, Is.SupersetOf(before).And.Unique.And.Count.GreaterThanOrEqualTo(before.Count + 5));
    }

    [Test]
    public async Task Worker_KilledInTheMiddle_GoesOnWithoutLossOrRepetition()
    {
        await using var sandbox = await CheckoutSandbox.StartAsync();
        using var client = sandbox.CreateClient();
        var settings = await SettingsForAsync(sandbox);
        var orders = new List<string>();
        await BuyAsync(3);

        await using (var first = new WorkerProcess(_folder, settings))
        {
            await first.WaitForAsync(lines => WorkerProcess.EntriesOf(lines).Count >= 7);
        }

        await BuyAsync(3);
        await using (var second = new WorkerProcess(_folder, settings))
        {
            await second.WaitForAsync(lines => lines.Any(line => line.Contains("polled notifications were handled", StringComparison.Ordinal)));
        }

        var sent = new List<string>();
        await foreach (var notification in client.GetNotificationHistoryAsync(new NotificationHistoryRequest { OrderNumbers = orders }))
        {
            sent.Add(notification.SerialNumber);
        }

        Assert.That(sent, Has.Count.EqualTo(24));
        Assert.That(await LedgerAsync(), Is.EquivalentTo(sent));

        async Task BuyAsync(int count)
        {
            var tea = new Item { ItemName = "Tea", ItemDescription = "Sencha", UnitPrice = new Money(6.25m, "USD"), Quantity = 2 };
            for (var order = 0; order < count; order++)
            {
                var redirect = await client.CheckoutAsync(new CheckoutShoppingCart { ShoppingCart = new ShoppingCart { Items = [tea] } });
                orders.Add((await sandbox.PlaceOrderAsync(redirect)).GoogleOrderNumber);
            }

            await sandbox.AdvanceAsync(TimeSpan.FromMinutes(45));
        }
    }

    private async Task<string[]> SettingsForAsync(CheckoutSandbox sandbox)
    {
        var (authority, certificate) = (Path.Combine(_folder.FullName, "authority.pem"), Path.Combine(_folder.FullName, "client.pfx"));
        await File.WriteAllTextAsync(authority, sandbox.CertificateAuthority.ExportCertificatePem());
        await File.WriteAllBytesAsync(certificate, sandbox.ClientCertificate.Export(X509ContentType.Pfx));
        return
        [
            $"--GoogleCheckout:MerchantId={sandbox.MerchantId}",
            $"--GoogleCheckout:MerchantKey={sandbox.MerchantKey}",
            $"--GoogleCheckout:Environment={sandbox.BaseAddress}",
            $"--GoogleCheckout:TrustedCertificate={authority}",
            $"--GoogleCheckout:ClientCertificate:Path={certificate}",
            "--Interval=00:00:00.2",
        ];
    }

    private async Task<IReadOnlyList<string>> LedgerAsync()
    {
        var serials = new List<string>();
        await using var database = SqliteFactory.Instance.CreateDataSource($"Data Source={Path.Combine(_folder.FullName, "worker.db")}");
        await using var command = database.CreateCommand("SELECT serial_number FROM ledger");
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            serials.Add(reader.GetString(0));
        }

        return serials;
    }
}
