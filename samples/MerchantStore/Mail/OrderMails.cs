using System.Text;
using MerchantStore.Data;
using MerchantStore.Orders;
using MerchantStore.Settings;
using MerchantStore.Shop;
using Microsoft.Extensions.Options;

namespace MerchantStore.Mail;

/// <summary>Records the mails about an order. The caller saves them with its own changes.</summary>
internal sealed class OrderMails(StoreContext store, IOptionsMonitor<StoreOptions> options, ShopAddress shop, TimeProvider time)
{
    private MailOptions Options => options.CurrentValue.Mail;

    /// <summary>Thanks the buyer, and reports the order to the shop.</summary>
    public void AddPlaced(Order order)
    {
        var number = order.ShopOrderNumber ?? order.Number;
        AddForBuyer(Options.Placed, order, $"Your order {number} at Leaf & Kettle", $"Thank you for your order {number}.\n\n{Items(order)}");
        AddForShop(Options.Placed, order, $"New order {number} for {order.In(order.Total).InWords()}", $"{order.BuyerName} ordered:\n\n{Items(order)}");
    }

    /// <summary>Reports to the buyer that the order is canceled.</summary>
    public void AddCanceled(Order order)
    {
        var number = order.ShopOrderNumber ?? order.Number;
        AddForBuyer(Options.Canceled, order, $"Your order {number} is canceled", $"Your order {number} at Leaf & Kettle is canceled. Nothing will be shipped.\n");
        AddForShop(Options.Canceled, order, $"Order {number} is canceled", $"The order {number} is canceled. Do not ship it.\n");
    }

    /// <summary>Reports to the shop that the payment was declined. Google Checkout asks the buyer for another card.</summary>
    public void AddDeclined(Order order)
    {
        var number = order.ShopOrderNumber ?? order.Number;
        AddForShop(Options.Declined, order, $"The payment of order {number} was declined", $"Do not ship the order {number} yet. Google Checkout asks the buyer for another card.\n");
    }

    private static string Items(Order order)
    {
        var text = new StringBuilder();
        foreach (var line in order.Lines)
        {
            text.Append(line.Quantity).Append(" x ").Append(line.Name).Append(": ").Append(order.In(line.UnitPrice * line.Quantity).InWords()).Append('\n');
        }

        return text.Append("\nTotal with shipping, taxes and discounts: ").Append(order.In(order.Total).InWords()).Append('\n').ToString();
    }

    private void AddForBuyer(MailRecipients recipients, Order order, string subject, string text)
    {
        if (recipients.HasFlag(MailRecipients.Buyer) && order.BuyerEmail is { Length: > 0 } email)
        {
            Add(email, subject, text, $"/MyOrder/{order.BuyerKey}");
        }
    }

    private void AddForShop(MailRecipients recipients, Order order, string subject, string text)
    {
        if (recipients.HasFlag(MailRecipients.Shop))
        {
            Add(Options.Shop, subject, text, $"/Orders/{order.Number}");
        }
    }

    private void Add(string recipient, string subject, string text, string page)
    {
        if (Options.Folder is not { Length: > 0 })
        {
            return;
        }

        var link = shop.FindPage(page) is { } address ? $"\n{address}\n" : string.Empty;
        store.Add(new WaitingMail { CreatedAt = time.GetUtcNow(), Recipient = recipient, Subject = subject, Text = text + link });
    }
}
