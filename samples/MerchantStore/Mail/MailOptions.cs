namespace MerchantStore.Mail;

/// <summary>The section <c>Mail</c> of the configuration.</summary>
internal sealed class MailOptions
{
    public const string Section = "Mail";

    /// <summary>The folder for the mails, each a file <c>.eml</c> that a mail program opens. Without it there are no mails.</summary>
    public string? Folder { get; set; }

    /// <summary>The sender.</summary>
    public string From { get; set; } = "Leaf & Kettle <shop@leaf-and-kettle.example>";

    /// <summary>The recipient of the mails to the shop.</summary>
    public string Shop { get; set; } = "orders@leaf-and-kettle.example";
}
