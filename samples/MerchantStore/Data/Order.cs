using GoogleCheckout;
using GoogleCheckout.Orders;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MerchantStore.Data;

/// <summary>An order. All amounts are in <see cref="Currency"/>.</summary>
internal sealed class Order
{
    /// <summary>Google's order number; for an order on invoice, the shop's.</summary>
    public required string Number { get; init; }

    public PaymentMethod PaymentMethod { get; init; }

    public string? ShopOrderNumber { get; set; }

    /// <summary>Whether Google Checkout knows the shop's order number.</summary>
    public bool NumberSent { get; set; }

    /// <summary>When the buyer placed the order; until the new-order notification arrives, which others may overtake, the time of the first of those.</summary>
    public DateTimeOffset PlacedAt { get; set; }

    public FinancialOrderState FinancialState { get; set; }

    public FulfillmentOrderState FulfillmentState { get; set; }

    public DateTimeOffset? StateChangedAt { get; set; }

    /// <summary>The shop's own status, which follows from the states.</summary>
    public ShopStatus Status { get; set; }

    public required string Currency { get; init; }

    public decimal Total { get; set; }

    public decimal Charged { get; set; }

    public decimal Refunded { get; set; }

    public decimal ChargedBack { get; set; }

    public bool Archived { get; set; }

    /// <summary>The decision of the automatic charge with its reasons; null if there was none.</summary>
    public string? Decision { get; set; }

    /// <summary>Whether the order is left to the owner, who has not decided yet: the automatic charge does not charge it.</summary>
    public bool OnHold { get; set; }

    public string? BuyerName { get; set; }

    public string? BuyerEmail { get; set; }

    /// <summary>The cart of the order.</summary>
    public string? CartId { get; set; }

    /// <summary>The number of an earlier order of the same cart; null if there is none.</summary>
    public string? DoubleOf { get; set; }

    /// <summary>The part of the buyer's link to the order that cannot be guessed.</summary>
    public required string BuyerKey { get; init; }

    /// <summary>Whether the shop's merchant calculation succeeded; null if Google Checkout did not need it.</summary>
    public bool? CalculationSuccessful { get; set; }

    /// <summary>Whether the states are those of a query, and no later notification has arrived.</summary>
    public bool LookedUp { get; set; }

    /// <summary>Whether Google Checkout did not know the order when it was last asked, for example because a sandbox has forgotten it.</summary>
    public bool IsUnknownToGoogle { get; set; }

    /// <summary>What the owner has to do. Stored, so that the list can sort by it.</summary>
    public OrderToDo ToDo
    {
        get => this switch
        {
            { IsUnknownToGoogle: true } => OrderToDo.Nothing,
            { OnHold: true } => OrderToDo.Decide,
            { PaymentMethod: PaymentMethod.Invoice } => OrderToDo.Nothing,
            { FinancialState: FinancialOrderState.PaymentDeclined } => OrderToDo.AskBuyer,
            { FinancialState: not (FinancialOrderState.Chargeable or FinancialOrderState.Charged) } or { IsPaidBack: true } => OrderToDo.Nothing,
            { IsPaid: false } => OrderToDo.Charge,
            { FulfillmentState: FulfillmentOrderState.New or FulfillmentOrderState.Processing } => OrderToDo.Ship,
            _ => OrderToDo.Nothing,
        };

        // EF Core sets what it reads. It follows from the other properties.
        private set => _ = value;
    }

    /// <summary>Changes with each save, so that of two writers who read the same order, the second fails.</summary>
    public long Version { get; set; }

    /// <summary>The new-order notification; null if it has not arrived, or is not loaded.</summary>
    public OrderDocument? Document { get; set; }

    public OrderRisk? Risk { get; set; }

    public List<OrderLine> Lines { get; } = [];

    public List<OrderTracking> Trackings { get; } = [];

    public List<OrderSearchTerm> SearchTerms { get; } = [];

    /// <summary>The status, for <see cref="OrderRules"/>.</summary>
    public OrderStatus Standing
    {
        get => new()
        {
            FinancialOrderState = FinancialState,
            FulfillmentOrderState = FulfillmentState,
            OrderTotal = In(Total),
            TotalChargeAmount = In(Charged),
            TotalRefundAmount = In(Refunded),
            TotalChargebackAmount = In(ChargedBack),
            StateChangedAt = StateChangedAt,
            ShoppingCart = Document?.Read().ShoppingCart,
            Payment = Risk?.ToPayment(Currency) ?? new PaymentStatus(),
        };

        set
        {
            FinancialState = value.FinancialOrderState;
            FulfillmentState = value.FulfillmentOrderState;
            StateChangedAt = value.StateChangedAt;
            Total = value.OrderTotal.Amount;
            Charged = value.TotalChargeAmount.Amount;
            Refunded = value.TotalRefundAmount.Amount;
            ChargedBack = value.TotalChargebackAmount.Amount;
            OnHold &= FinancialState is FinancialOrderState.Reviewing or FinancialOrderState.Chargeable;
        }
    }

    /// <summary>Whether the whole amount is charged, and not all of it went back to the buyer. An order for nothing is paid.</summary>
    public bool IsPaid => Charged >= Total && !IsPaidBack;

    /// <summary>Whether all that was charged went back to the buyer.</summary>
    public bool IsPaidBack => Charged > 0 && Charged <= Refunded + ChargedBack;

    /// <summary>Returns the amount in the currency of the order.</summary>
    public Money In(decimal amount) => new(amount, Currency);

    internal sealed class Table : IEntityTypeConfiguration<Order>
    {
        public void Configure(EntityTypeBuilder<Order> order)
        {
            order.HasKey(each => each.Number);
            order.Ignore(each => each.Standing);
            order.Property(each => each.Version).IsConcurrencyToken();
            order.HasOne(each => each.Document).WithOne().HasForeignKey<OrderDocument>(document => document.OrderNumber);
            order.HasOne(each => each.Risk).WithOne().HasForeignKey<OrderRisk>(risk => risk.OrderNumber);
            order.HasMany(each => each.Lines).WithOne().HasForeignKey(line => line.OrderNumber);
            order.HasMany(each => each.Trackings).WithOne().HasForeignKey(tracking => tracking.OrderNumber);
            order.HasMany(each => each.SearchTerms).WithOne().HasForeignKey(term => term.OrderNumber);

            // As a number, by which the list sorts.
            order.Property(each => each.ToDo).HasConversion<int>();
            order.HasIndex(each => new { each.ToDo, each.PlacedAt, each.Archived, each.DoubleOf }).IsDescending(false, true, false, false);

            // For the sums and counts of the list, which read all orders: the index has what they need, currency by currency, without the wide rows of the table.
            order.HasIndex(each => new { each.Currency, each.Archived, each.ToDo, each.Total, each.Charged, each.Refunded, each.DoubleOf });
            order.HasIndex(each => each.CartId);
            order.HasIndex(each => each.BuyerKey).IsUnique();
            order.HasIndex(each => each.NumberSent);
        }
    }
}
