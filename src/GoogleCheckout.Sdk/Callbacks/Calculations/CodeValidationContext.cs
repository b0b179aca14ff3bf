namespace GoogleCheckout.Calculations;

/// <summary>
/// The code that <see cref="MerchantCalculator.ValidateCodeAsync"/> validates. Buyers enter coupons and gift certificates in the
/// same field; the merchant decides what the code is and returns the result of <see cref="Coupon"/>,
/// <see cref="GiftCertificate"/> or <see cref="Invalid"/>.
/// </summary>
public sealed record CodeValidationContext : CalculationContext
{
    /// <summary>The code as the buyer entered it.</summary>
    public required string Code { get; init; }

    /// <summary>Creates the result for a valid coupon.</summary>
    /// <param name="amount">The discount, 0 or more.</param>
    /// <param name="message">The message to the buyer; null for none.</param>
    /// <returns>The result.</returns>
    public CouponResult Coupon(Money amount, string? message = null) =>
        new() { Valid = true, Code = Code, CalculatedAmount = amount, Message = message };

    /// <summary>Creates the result for a valid gift certificate.</summary>
    /// <param name="amount">The amount that the certificate pays toward this order, 0 or more.</param>
    /// <param name="message">The message to the buyer; null for none.</param>
    /// <returns>The result.</returns>
    public GiftCertificateResult GiftCertificate(Money amount, string? message = null) =>
        new() { Valid = true, Code = Code, CalculatedAmount = amount, Message = message };

    /// <summary>Creates the result for a code that does not exist or is not accepted for this order.</summary>
    /// <param name="message">The message to the buyer.</param>
    /// <returns>The result.</returns>
    public CouponResult Invalid(string message) => new() { Valid = false, Code = Code, Message = message };
}
