using GoogleCheckout;
using GoogleCheckout.Orders;
using MerchantStore.Data;

namespace MerchantStore.Orders;

/// <summary>The lines between the items of an order and its total. They add up: what no line explains is a line of its own.</summary>
internal static class OrderTotals
{
    public static IReadOnlyList<(string Words, Money Amount)> Get(Order order)
    {
        var adjustment = order.Document?.Read().OrderAdjustment;
        List<(string Words, decimal Amount)> lines = [("Subtotal", order.Lines.Where(IsItem).Sum(line => line.UnitPrice * line.Quantity))];
        lines.AddRange(order.Lines.Where(line => !IsItem(line)).Select(line => (line.Name, line.UnitPrice * line.Quantity)));
        lines.AddRange((adjustment?.MerchantCodes ?? []).Select(code => (Name(code), -code.AppliedAmount.Amount)));
        if (adjustment?.Shipping is { } shipping)
        {
            lines.Add(($"Shipping: {shipping.ShippingName}", shipping.ShippingCost.Amount));
        }

        if (adjustment?.TotalTax is { } tax)
        {
            lines.Add(("Tax", tax.Amount));
        }

        var rest = order.Total - lines.Sum(line => line.Amount);
        if (rest != 0)
        {
            lines.Add(("Other", rest));
        }

        return [.. lines.Select(line => (line.Words, order.In(line.Amount)))];
    }

    /// <summary>Returns whether a line is goods. The codes of the store's cart are lines, too, with negative prices.</summary>
    public static bool IsItem(OrderLine line) => line.UnitPrice >= 0;

    private static string Name(MerchantCodeAdjustment code) => code is CouponAdjustment ? $"Coupon {code.Code}" : $"Gift certificate {code.Code}";
}
