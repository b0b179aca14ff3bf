using GoogleCheckout.Notifications;
using Microsoft.EntityFrameworkCore;

namespace GoogleCheckout.Inbox;

// <handler>
internal sealed class SavePayment(ShopContext shop) : INotificationHandler<ChargeAmountNotification>
{
    public async Task HandleAsync(ChargeAmountNotification notification, NotificationContext context, CancellationToken cancellationToken)
    {
        await shop.UseTransactionOfAsync(context, cancellationToken);
        shop.Payments.Add(new Payment { Id = notification.SerialNumber, GoogleOrderNumber = notification.GoogleOrderNumber, Amount = notification.LatestChargeAmount.Amount });
        await shop.SaveChangesAsync(cancellationToken);
    }
}
// </handler>

// <enlist>
internal static class DbContextExtensions
{
    /// <summary>Makes a DbContext work in the inbox's transaction. Call it before the first query.</summary>
    public static async Task UseTransactionOfAsync(this DbContext shop, NotificationContext context, CancellationToken cancellationToken)
    {
        var transaction = context.RequireTransaction();
        shop.Database.SetDbConnection(transaction.Connection);
        await shop.Database.UseTransactionAsync(transaction, cancellationToken);
    }
}
// </enlist>

internal sealed class ShopContext(DbContextOptions<ShopContext> options) : DbContext(options)
{
    public DbSet<Payment> Payments => Set<Payment>();

    protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.Entity<Payment>(payment =>
    {
        payment.ToTable("payments");
        payment.Property(each => each.Id).HasColumnName("id");
        payment.Property(each => each.GoogleOrderNumber).HasColumnName("google_order_number");
        payment.Property(each => each.Amount).HasColumnName("amount");
    });
}

internal sealed class Payment
{
    public required string Id { get; init; }

    public required string GoogleOrderNumber { get; init; }

    public required decimal Amount { get; init; }
}
