using Microsoft.Extensions.Time.Testing;
using NUnit.Framework;

namespace GoogleCheckout.Sandbox.Journal;

/// <summary>Inputs that the state cannot apply: here because a fee is more than a decimal can have. A restart must not find them in the journal.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class JournaledFailureTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("failure-");
    private readonly FakeTimeProvider _time = new(TestTime.Start);

    private string File => Path.Combine(_folder.FullName, "sandbox.journal");

    public void Dispose() => _folder.Delete(recursive: true);

    [Test]
    public async Task Restart_AfterACommandThatThrew_HasTheSameState()
    {
        var fees = new SandboxFees { Percentage = 0m, Flat = decimal.MaxValue / 2, RefundsFlatFee = true };
        string order, before;
        await using (var sandbox = await StartAsync(fees))
        {
            using var client = sandbox.CreateClient();
            order = await PlaceChargedAsync(sandbox, client);

            Assert.That(async () => await client.RefundOrderAsync(order, "Late", new Money(5m, "USD")), Throws.InstanceOf<CheckoutException>());
            await client.AddMerchantOrderNumberAsync(order, "A-1");
            before = await DescribeAsync(client, order);
        }

        Assert.That(SandboxJournal.Replay(File).Select(entry => entry.Description), Has.None.Contains("RefundOrderRequest"));
        await using var restarted = await StartAsync(fees);
        using var other = restarted.CreateClient();
        Assert.That(await DescribeAsync(other, order), Is.EqualTo(before).And.Contains("Charged A-1"));
    }

    [Test]
    public async Task Restart_AfterAnActOfTheBankThatThrew_HasTheSameState()
    {
        var fees = new SandboxFees { Chargeback = decimal.MaxValue };
        string order, before;
        await using (var sandbox = await StartAsync(fees))
        {
            using var client = sandbox.CreateClient();
            order = await PlaceChargedAsync(sandbox, client);
            await sandbox.ChargebackAsync(order, new Money(1m, "USD"));

            Assert.That(async () => await sandbox.ChargebackAsync(order, new Money(1m, "USD")), Throws.TypeOf<OverflowException>());
            before = await DescribeAsync(client, order);
        }

        await using var restarted = await StartAsync(fees);
        using var other = restarted.CreateClient();
        Assert.That(await DescribeAsync(other, order), Is.EqualTo(before));
    }

    [Test]
    public async Task Journal_AnActThatIsRejected_HasIt()
    {
        await using (var sandbox = await StartAsync(new SandboxFees()))
        {
            using var client = sandbox.CreateClient();
            var order = (await sandbox.PlaceOrderAsync(await client.CheckoutAsync(SampleCarts.Books))).GoogleOrderNumber;
            Assert.That(async () => await sandbox.ChargebackAsync(order), Throws.InvalidOperationException);
        }

        Assert.That(SandboxJournal.Replay(File).Where(entry => entry.Rejection is not null).Select(entry => entry.Description), Has.One.StartWith("chargeback of order"));
    }

    private Task<CheckoutSandbox> StartAsync(SandboxFees fees) => CheckoutSandbox.StartAsync(
        new CheckoutSandboxOptions { MerchantId = "1234567890", MerchantKey = "secret-key", TimeProvider = _time, Fees = fees, DataPath = File });

    private static async Task<string> PlaceChargedAsync(CheckoutSandbox sandbox, CheckoutClient client)
    {
        var order = (await sandbox.PlaceOrderAsync(await client.CheckoutAsync(SampleCarts.Books))).GoogleOrderNumber;
        await sandbox.AdvanceAsync(TimeSpan.FromMinutes(1));
        await client.ChargeOrderAsync(order);
        await sandbox.AdvanceAsync(TimeSpan.FromMinutes(1));
        return order;
    }

    private static async Task<string> DescribeAsync(CheckoutClient client, string order)
    {
        var summary = (await client.GetOrderSummariesAsync([order])).Single();
        return $"{summary.FinancialOrderState} {summary.MerchantOrderNumber} {summary.TotalChargeAmount} {summary.TotalRefundAmount} {summary.TotalChargebackAmount}";
    }
}
