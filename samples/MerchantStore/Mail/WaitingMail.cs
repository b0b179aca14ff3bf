using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MerchantStore.Mail;

/// <summary>A mail that is not written yet. It is recorded in the transaction of its reason, so that no mail is lost and none reports what was rolled back.</summary>
internal sealed class WaitingMail
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public DateTimeOffset CreatedAt { get; init; }

    public required string Recipient { get; init; }

    public required string Subject { get; init; }

    public required string Text { get; init; }

    internal sealed class Table : IEntityTypeConfiguration<WaitingMail>
    {
        public void Configure(EntityTypeBuilder<WaitingMail> mail)
        {
            mail.ToTable("WaitingMails");
            mail.HasIndex(each => each.CreatedAt);
        }
    }
}
