namespace MerchantStore.Mail;

/// <summary>Who gets a mail about an order.</summary>
[Flags]
internal enum MailRecipients
{
    None = 0,
    Buyer = 1,
    Shop = 2,
    Both = Buyer | Shop,
}
