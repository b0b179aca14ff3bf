using GoogleCheckout.Outbox;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using NUnit.Framework;

namespace GoogleCheckout.Inbox;

/// <summary>The code of the outbox's page, compiled and run.</summary>
public sealed class OutboxSnippets
{
    [Test]
    public async Task Health_OfPage_ChecksTheOutbox()
    {
        await using var database = await TestDatabase.CreateEmptyAsync(DatabaseKind.Sqlite);
        await CheckoutOutboxSchema.CreateAsync(database.Main);
        var services = new ServiceCollection().AddLogging().AddCheckoutOutbox(database.Main);
        RegisterHealth(services);
        await using var provider = services.BuildServiceProvider();

        var report = await provider.GetRequiredService<HealthCheckService>().CheckHealthAsync();

        Assert.That(report.Entries["google-checkout-outbox"].Status, Is.EqualTo(HealthStatus.Healthy));
    }

    internal static async Task ShowAndRetryAsync(CommandDeadLetters deadLetters, TextWriter page)
    {
        // <dead-letters>
        await foreach (var letter in deadLetters.ListAsync())
        {
            await page.WriteLineAsync($"{letter}, outcome unknown: {letter.OutcomeUnknown}: {letter.Reason}");
            await deadLetters.RetryAsync(letter.Id);
        }
        // </dead-letters>
    }

    private static void RegisterHealth(IServiceCollection services)
    {
        // <health>
        services.AddHealthChecks().AddCheck<CheckoutOutboxHealthCheck>("google-checkout-outbox");
        // </health>
    }
}
