namespace MerchantStore.Mail;

/// <summary>The section <c>Mail</c> of the configuration.</summary>
internal sealed class MailOptions
{
    /// <summary>The folder for the mails, each a file <c>.eml</c> that a mail program opens; empty for no mails.</summary>
    public string Folder { get; set; } = string.Empty;

    /// <summary>The sender.</summary>
    public string From { get; set; } = "Leaf & Kettle <shop@leaf-and-kettle.example>";

    /// <summary>The recipient of the mails to the shop.</summary>
    public string Shop { get; set; } = "orders@leaf-and-kettle.example";

    /// <summary>Who gets a mail about a new order.</summary>
    public MailRecipients Placed { get; set; } = MailRecipients.Both;

    /// <summary>Who gets a mail about a canceled order.</summary>
    public MailRecipients Canceled { get; set; } = MailRecipients.Both;

    /// <summary>Whether the shop gets a mail about a declined payment. Google Checkout writes to the buyer.</summary>
    public MailRecipients Declined { get; set; } = MailRecipients.Shop;
}
