using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MerchantStore.Data;

/// <summary>A text by which an order is found. The search compares its start, which an index does; a part from its middle would take a pass over all orders.</summary>
internal sealed class OrderSearchTerm
{
    public required string OrderNumber { get; init; }

    /// <summary>The text in lower case.</summary>
    public required string Term { get; init; }

    internal sealed class Table : IEntityTypeConfiguration<OrderSearchTerm>
    {
        public void Configure(EntityTypeBuilder<OrderSearchTerm> term) => term.ToTable("OrderSearchTerms").HasKey(each => new { each.Term, each.OrderNumber });
    }
}
