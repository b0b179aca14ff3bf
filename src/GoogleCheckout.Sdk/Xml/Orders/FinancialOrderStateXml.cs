using GoogleCheckout.Orders;

namespace GoogleCheckout.Xml.Orders;

internal static class FinancialOrderStateXml
{
    public static readonly EnumText<FinancialOrderState> States = new(
        (FinancialOrderState.Reviewing, "REVIEWING"),
        (FinancialOrderState.Chargeable, "CHARGEABLE"),
        (FinancialOrderState.Charging, "CHARGING"),
        (FinancialOrderState.Charged, "CHARGED"),
        (FinancialOrderState.PaymentDeclined, "PAYMENT_DECLINED"),
        (FinancialOrderState.Cancelled, "CANCELLED"),
        (FinancialOrderState.CancelledByGoogle, "CANCELLED_BY_GOOGLE"));
}
