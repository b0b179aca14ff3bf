using GoogleCheckout;
using GoogleCheckout.Notifications;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MerchantStore.Data;

/// <summary>The XML of the new-order notification, with everything that the store has no column for. In its own table, so that lists of orders do not read it.</summary>
internal sealed class OrderDocument
{
    private NewOrderNotification? _notification;

    public required string OrderNumber { get; init; }

    public required byte[] Xml { get; init; }

    public NewOrderNotification Read() => _notification ??= CheckoutXml.Parse<NewOrderNotification>(Xml);

    internal sealed class Table : IEntityTypeConfiguration<OrderDocument>
    {
        public void Configure(EntityTypeBuilder<OrderDocument> document) => document.ToTable("OrderDocuments").HasKey(each => each.OrderNumber);
    }
}
