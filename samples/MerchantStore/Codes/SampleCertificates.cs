using MerchantStore.Data;
using Microsoft.EntityFrameworkCore;

namespace MerchantStore.Codes;

/// <summary>Gift certificates to try the store with, in development.</summary>
internal sealed class SampleCertificates(IServiceScopeFactory scopes) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var store = scope.ServiceProvider.GetRequiredService<StoreContext>();
        if (!await store.Set<GiftCertificate>().AnyAsync(cancellationToken))
        {
            store.Add(new GiftCertificate { Code = "GIFT-25-TEA", Currency = "USD", Balance = 25m });
            store.Add(new GiftCertificate { Code = "GIFT-100-TEA", Currency = "USD", Balance = 100m });
            store.Add(new GiftCertificate { Code = "GIFT-25-POUNDS", Currency = "GBP", Balance = 25m });
            store.Add(new GiftCertificate { Code = "GIFT-10-OLD", Currency = "USD", Balance = 10m, LastDay = new DateOnly(2010, 12, 31) });
            await store.SaveChangesAsync(cancellationToken);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
