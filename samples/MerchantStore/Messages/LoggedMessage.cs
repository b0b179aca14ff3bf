using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MerchantStore.Messages;

/// <summary>A message that the store and Google Checkout exchanged, without secrets and the buyer's data.</summary>
internal sealed class LoggedMessage
{
    public long Id { get; init; }

    public DateTimeOffset LoggedAt { get; init; }

    public MessageDirection Direction { get; init; }

    /// <summary>The name of the document's root element, for example <c>charge-order</c>; of a form, its content type.</summary>
    public required string Name { get; init; }

    public string? OrderNumber { get; init; }

    /// <summary>The HTTP status of a response; null for a request.</summary>
    public int? StatusCode { get; init; }

    public required string Xml { get; init; }

    internal sealed class Table : IEntityTypeConfiguration<LoggedMessage>
    {
        public void Configure(EntityTypeBuilder<LoggedMessage> message)
        {
            message.ToTable("Messages");
            message.HasIndex(each => each.OrderNumber);
            message.HasIndex(each => each.LoggedAt);
        }
    }
}
