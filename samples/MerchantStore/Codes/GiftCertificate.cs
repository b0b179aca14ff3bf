using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MerchantStore.Codes;

/// <summary>A gift certificate that the store has sold.</summary>
internal sealed class GiftCertificate
{
    /// <summary>The code, in uppercase.</summary>
    public required string Code { get; init; }

    public required string Currency { get; init; }

    /// <summary>What is left of it, without the amounts that orders have reserved.</summary>
    public decimal Balance { get; set; }

    /// <summary>The last day on which an order can use it, in UTC; null if it does not expire.</summary>
    public DateOnly? LastDay { get; init; }

    internal sealed class Table : IEntityTypeConfiguration<GiftCertificate>
    {
        public void Configure(EntityTypeBuilder<GiftCertificate> certificate) => certificate.ToTable("GiftCertificates").HasKey(each => each.Code);
    }
}
