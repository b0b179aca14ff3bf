using GoogleCheckout;
using GoogleCheckout.Calculations;
using MerchantStore.Codes;

namespace MerchantStore.Calculations;

/// <summary>Calculates shipping, tax and codes while the buyer is at Google Checkout, in the currency of the cart: that of the store may have changed since.</summary>
internal sealed class ShopCalculator(CodeBook codes) : MerchantCalculator
{
    protected override Task<Money?> CalculateShippingAsync(ShippingCalculationContext context, CancellationToken cancellationToken)
    {
        var pounds = context.Cart.Items.Sum(item => (item.ItemWeight?.Value ?? 0) * item.Quantity);
        var table = ShippingTable.In(context.Currency);
        return Task.FromResult(table.GetRate(context.ShippingName, table.GetZone(context.Address.CountryCode, context.Address.Region), pounds));
    }

    // A coupon reduces the price and so the tax. A gift certificate is a payment and does not.
    protected override Task<Money> CalculateTaxAsync(TaxCalculationContext context, CancellationToken cancellationToken)
    {
        var goods = context.Cart.Items.Where(item => CodeItems.CertificateIn(item) is null).Sum(item => item.UnitPrice.Amount * item.Quantity);
        var coupons = context.CodeResults.OfType<CouponResult>().Where(code => code.Valid).Sum(code => code.CalculatedAmount?.Amount ?? 0);
        return Task.FromResult(TaxTable.Calculate(context.Address.CountryCode, context.Address.Region, new Money(goods - coupons, context.Currency), context.ShippingRate));
    }

    protected override async Task<MerchantCodeResult> ValidateCodeAsync(CodeValidationContext context, CancellationToken cancellationToken)
    {
        var hasCoupon = context.CodeResults.Any(code => code is CouponResult { Valid: true });
        var value = await codes.GetValueAsync(context.Code, context.Subtotal, hasCoupon, cancellationToken);
        return value.Kind switch
        {
            CodeKind.Coupon => context.Coupon(value.Amount, value.Message),
            CodeKind.GiftCertificate => context.GiftCertificate(value.Amount, value.Message),
            _ => context.Invalid(value.Message),
        };
    }
}
