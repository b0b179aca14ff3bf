using System.Globalization;

namespace GoogleCheckout.Sandbox.Pages;

/// <summary>Amounts in the pages: at least two decimal places, so that a column is aligned.</summary>
internal static class PageMoney
{
    public static string Format(Money money) => string.Create(CultureInfo.InvariantCulture, $"{money.Amount:0.00######} {money.Currency}");
}
