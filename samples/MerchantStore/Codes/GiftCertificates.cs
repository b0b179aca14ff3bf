using GoogleCheckout.Notifications;
using GoogleCheckout.Orders;
using MerchantStore.Data;
using MerchantStore.Orders;
using Microsoft.EntityFrameworkCore;

namespace MerchantStore.Codes;

/// <summary>Keeps the balances of gift certificates: an order reserves its part when it comes, and returns it when it is canceled.</summary>
internal sealed class GiftCertificates(StoreContext store)
{
    /// <summary>Reserves what an order uses, in the transaction of the context. If another order has used it meanwhile, the order is left to the owner.</summary>
    public async Task ReserveAsync(Order order, NewOrderNotification notification, CancellationToken cancellationToken)
    {
        if (IsCanceled(order))
        {
            return;
        }

        var missing = 0m;
        foreach (var used in CodeItems.CertificatesIn(notification).GroupBy(each => each.Code.ToUpperInvariant(), each => each.Amount))
        {
            var amount = used.Sum();
            var isCovered = await store.Set<GiftCertificate>()
                .Where(certificate => certificate.Code == used.Key && certificate.Currency == order.Currency && certificate.Balance >= amount)
                .ExecuteUpdateAsync(certificate => certificate.SetProperty(each => each.Balance, each => each.Balance - amount), cancellationToken) > 0;
            if (isCovered)
            {
                store.Add(new GiftCertificateUse { OrderNumber = order.Number, Code = used.Key, Amount = amount });
            }
            else
            {
                missing += amount;
            }
        }

        if (missing > 0)
        {
            order.OnHold = true;
            order.Decision = $"hold: another order has used the gift certificate meanwhile, so {order.In(missing).InWords()} of this order is not paid";
        }
    }

    /// <summary>Returns what an order has reserved, if it is canceled.</summary>
    public async Task ReturnAsync(Order order, CancellationToken cancellationToken)
    {
        if (!IsCanceled(order))
        {
            return;
        }

        foreach (var use in await store.Set<GiftCertificateUse>().Where(use => use.OrderNumber == order.Number && !use.IsReturned).ToListAsync(cancellationToken))
        {
            use.IsReturned = true;
            await store.Set<GiftCertificate>().Where(certificate => certificate.Code == use.Code)
                .ExecuteUpdateAsync(certificate => certificate.SetProperty(each => each.Balance, each => each.Balance + use.Amount), cancellationToken);
        }
    }

    private static bool IsCanceled(Order order) => order.FinancialState is FinancialOrderState.Cancelled or FinancialOrderState.CancelledByGoogle;
}
