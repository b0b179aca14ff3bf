using GoogleCheckout;
using GoogleCheckout.Orders;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MerchantStore.Data;

/// <summary>What Google Checkout reported about the payment and the buyer.</summary>
internal sealed class OrderRisk
{
    public required string OrderNumber { get; init; }

    /// <summary>The result of the check of the billing address.</summary>
    public AvsMatch AvsMatch { get; set; }

    /// <summary>The result of the check of the card's security code.</summary>
    public CvnMatch CvnMatch { get; set; }

    /// <summary>Whether the payment guarantee covers the order.</summary>
    public bool? EligibleForProtection { get; set; }

    /// <summary>The age of the buyer's account, in days.</summary>
    public int? BuyerAccountAge { get; set; }

    /// <summary>The last digits of the card.</summary>
    public string? CardEnding { get; set; }

    public string? IpAddress { get; set; }

    public decimal? AuthorizedAmount { get; set; }

    public DateTimeOffset? AuthorizedUntil { get; set; }

    public PaymentStatus ToPayment(string currency) => new()
    {
        AvsMatch = AvsMatch,
        CvnMatch = CvnMatch,
        EligibleForProtection = EligibleForProtection,
        BuyerAccountAge = BuyerAccountAge,
        AuthorizationAmount = AuthorizedAmount is { } amount ? new Money(amount, currency) : null,
        AuthorizationExpirationDate = AuthorizedUntil,
    };

    internal sealed class Table : IEntityTypeConfiguration<OrderRisk>
    {
        public void Configure(EntityTypeBuilder<OrderRisk> risk) => risk.ToTable("OrderRisks").HasKey(each => each.OrderNumber);
    }
}
