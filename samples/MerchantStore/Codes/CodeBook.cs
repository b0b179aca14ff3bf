using System.Globalization;
using System.Text.RegularExpressions;
using GoogleCheckout;
using MerchantStore.Data;
using MerchantStore.Orders;
using Microsoft.EntityFrameworkCore;

namespace MerchantStore.Codes;

/// <summary>Finds coupons and gift certificates by the code that a buyer entered, and their value for a cart.</summary>
internal sealed partial class CodeBook(StoreContext store, TimeProvider time)
{
    public const int MaxLength = 30;

    /// <summary>Returns whether a text could be a code: letters, digits and hyphens.</summary>
    public static bool IsCode(string? text) => text is not null && CodeText().IsMatch(text);

    /// <summary>Returns the value of a code. A gift certificate is worth its whole balance; an order uses at most what is left to pay.</summary>
    /// <param name="code">The code as the buyer entered it.</param>
    /// <param name="subtotal">The price of the items without discounts.</param>
    /// <param name="hasCoupon">Whether the buyer has entered another coupon: the store accepts one for each order.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    public async Task<CodeValue> GetValueAsync(string code, Money subtotal, bool hasCoupon, CancellationToken cancellationToken)
    {
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        if (Coupon.Find(code) is { } coupon)
        {
            return coupon.LastDay < today ? Invalid($"This coupon was valid until {InWords(coupon.LastDay)}.")
                : hasCoupon ? Invalid("We accept one coupon for each order.")
                : coupon.FindMinimum(subtotal.Currency) is not { } minimum ? Invalid($"This coupon is not for orders in {subtotal.Currency}.")
                : subtotal < minimum ? Invalid($"This coupon is for orders from {minimum.InWords()}.")
                : new CodeValue(code, CodeKind.Coupon, coupon.GetDiscount(subtotal), $"{coupon.Percent} percent off.");
        }

        var key = code.ToUpperInvariant();
        var certificate = await store.Set<GiftCertificate>().AsNoTracking().FirstOrDefaultAsync(each => each.Code == key, cancellationToken);
        if (certificate is null)
        {
            return Invalid("We do not know this code.");
        }

        var balance = new Money(certificate.Balance, certificate.Currency);
        return certificate.LastDay < today ? Invalid($"This gift certificate was valid until {InWords(certificate.LastDay)}.")
            : balance.Currency != subtotal.Currency ? Invalid($"This gift certificate is in {balance.Currency}.")
            : balance.Amount <= 0 ? Invalid("This gift certificate is used up.")
            : new CodeValue(code, CodeKind.GiftCertificate, balance, $"This gift certificate is worth {balance.InWords()}.");

        CodeValue Invalid(string message) => new(code, CodeKind.Invalid, subtotal with { Amount = 0 }, message);
    }

    /// <summary>Returns what each code takes off the items: coupons first, then gift certificates, each at most what is left.</summary>
    public async Task<IReadOnlyList<CodeValue>> GetValuesAsync(IEnumerable<string> codes, Money subtotal, CancellationToken cancellationToken)
    {
        var values = new List<CodeValue>();
        foreach (var code in codes)
        {
            values.Add(await GetValueAsync(code, subtotal, values.Exists(value => value.Kind == CodeKind.Coupon), cancellationToken));
        }

        var left = subtotal;
        var applied = new List<CodeValue>();
        foreach (var value in values.OrderBy(value => value.Kind == CodeKind.GiftCertificate))
        {
            var amount = value.Amount < left ? value.Amount : left;
            applied.Add(value with { Amount = amount });
            left -= amount;
        }

        return applied;
    }

    private static string? InWords(DateOnly? day) => day?.ToString("MMMM d, yyyy", CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\A[A-Za-z0-9-]{1,30}\z")]
    private static partial Regex CodeText();
}
