namespace GoogleCheckout.Calculations;

/// <summary>
/// What is this code worth? The buyer has one box for coupons and gift certificates; which of them it is, the shop says:
/// with <see cref="Coupon"/>, <see cref="GiftCertificate"/> or <see cref="Invalid"/>.
/// </summary>
public sealed record CodeValidationContext : CalculationContext
{
    /// <summary>The code as the buyer wrote it.</summary>
    public required string Code { get; init; }

    /// <summary>It is a coupon.</summary>
    /// <param name="amount">What it takes off, 0 or more.</param>
    /// <param name="message">What the buyer is told.</param>
    public CouponResult Coupon(Money amount, string? message = null) =>
        new() { Valid = true, Code = Code, CalculatedAmount = amount, Message = message };

    /// <summary>It is a gift certificate.</summary>
    /// <param name="amount">What it pays of this order, 0 or more.</param>
    /// <param name="message">What the buyer is told.</param>
    public GiftCertificateResult GiftCertificate(Money amount, string? message = null) =>
        new() { Valid = true, Code = Code, CalculatedAmount = amount, Message = message };

    /// <summary>The shop does not know the code, or does not take it for this order.</summary>
    /// <param name="message">What the buyer is told.</param>
    public CouponResult Invalid(string message) => new() { Valid = false, Code = Code, Message = message };
}
