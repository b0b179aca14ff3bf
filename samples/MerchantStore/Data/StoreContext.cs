using System.Data.Common;
using MerchantStore.Mail;
using MerchantStore.Messages;
using MerchantStore.Owner;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace MerchantStore.Data;

/// <summary>The tables of the store. Each table of a feature has its own <see cref="IEntityTypeConfiguration{TEntity}"/> beside its entity.</summary>
internal sealed class StoreContext(DbContextOptions<StoreContext> options) : DbContext(options)
{
    public DbSet<Order> Orders => Set<Order>();

    public DbSet<OrderLine> OrderLines => Set<OrderLine>();

    public DbSet<OrderEvent> OrderEvents => Set<OrderEvent>();

    public DbSet<OrderSearchTerm> OrderSearchTerms => Set<OrderSearchTerm>();

    public DbSet<OrderTracking> OrderTrackings => Set<OrderTracking>();

    public DbSet<SentCommand> SentCommands => Set<SentCommand>();

    public DbSet<StartedCheckout> StartedCheckouts => Set<StartedCheckout>();

    public DbSet<LoggedMessage> Messages => Set<LoggedMessage>();

    public DbSet<WaitingMail> WaitingMails => Set<WaitingMail>();

    public DbSet<OwnerAccount> OwnerAccounts => Set<OwnerAccount>();

    /// <summary>
    /// Continues in the transaction of the inbox or the outbox: what <see cref="DbContext.SaveChangesAsync(CancellationToken)"/> writes is committed together
    /// with the record that the notification or the outcome is handled, or not at all. Call it before the first query.
    /// </summary>
    public async Task UseTransactionAsync(DbTransaction transaction, CancellationToken cancellationToken)
    {
        Database.SetDbConnection(transaction.Connection);
        await Database.UseTransactionAsync(transaction, cancellationToken);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder conventions)
    {
        conventions.Properties<decimal>().HaveConversion<AmountConverter>();
        conventions.Properties<DateTimeOffset>().HaveConversion<TimeConverter>();
        conventions.Properties<Enum>().HaveConversion<string>();
    }

    protected override void OnModelCreating(ModelBuilder model)
    {
        model.ApplyConfigurationsFromAssembly(typeof(StoreContext).Assembly);
        if (Database.IsNpgsql())
        {
            // Terms with the same start are side by side in the order of their bytes, which is the order of SQLite, and not in that of a language.
            model.Entity<OrderSearchTerm>().Property(term => term.Term).UseCollation("C");
        }
    }

    /// <summary>Stores an amount as a whole number of 1/10,000, and reads it with at least two decimal places. SQLite has no decimal type, and as text it would neither sum nor sort.</summary>
    private sealed class AmountConverter() : ValueConverter<decimal, long>(amount => ToStored(amount), stored => (stored / 10_000m) + 0.00m)
    {
        private static long ToStored(decimal amount) => decimal.Truncate(amount * 10_000) == amount * 10_000
            ? (long)(amount * 10_000)
            : throw new InvalidOperationException("An amount has more than four decimal places, which the store's tables cannot hold exactly.");
    }

    /// <summary>Stores a time in UTC. PostgreSQL requires that, and as text in SQLite it sorts as the time.</summary>
    private sealed class TimeConverter() : ValueConverter<DateTimeOffset, DateTime>(
        time => time.UtcDateTime, stored => new DateTimeOffset(DateTime.SpecifyKind(stored, DateTimeKind.Utc)));
}
