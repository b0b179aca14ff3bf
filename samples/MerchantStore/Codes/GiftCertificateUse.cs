using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MerchantStore.Codes;

/// <summary>The amount of a gift certificate that an order has used.</summary>
internal sealed class GiftCertificateUse
{
    public required string OrderNumber { get; init; }

    public required string Code { get; init; }

    public decimal Amount { get; init; }

    /// <summary>Whether the amount was returned, because the order was canceled.</summary>
    public bool IsReturned { get; set; }

    internal sealed class Table : IEntityTypeConfiguration<GiftCertificateUse>
    {
        public void Configure(EntityTypeBuilder<GiftCertificateUse> use) => use.ToTable("GiftCertificateUses").HasKey(each => new { each.OrderNumber, each.Code });
    }
}
