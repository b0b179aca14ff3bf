using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MerchantStore.Data;

/// <summary>What a notification reported, in words.</summary>
internal sealed class OrderEvent
{
    public required string SerialNumber { get; init; }

    public required string OrderNumber { get; init; }

    public DateTimeOffset HappenedAt { get; init; }

    public required string What { get; init; }

    internal sealed class Table : IEntityTypeConfiguration<OrderEvent>
    {
        public void Configure(EntityTypeBuilder<OrderEvent> told)
        {
            told.HasKey(each => each.SerialNumber);
            told.HasIndex(each => new { each.OrderNumber, each.HappenedAt });
        }
    }
}
