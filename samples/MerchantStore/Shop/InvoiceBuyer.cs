using System.ComponentModel.DataAnnotations;
using GoogleCheckout;

namespace MerchantStore.Shop;

/// <summary>The form of an order on invoice.</summary>
internal sealed record InvoiceBuyer
{
    private const int MaxLength = 100;

    [Required(ErrorMessage = "Enter your name.")]
    [StringLength(MaxLength)]
    public string Name { get; init; } = string.Empty;

    [Required(ErrorMessage = "Enter your e-mail address.")]
    [EmailAddress(ErrorMessage = "This e-mail address is not complete.")]
    [StringLength(MaxLength)]
    public string Email { get; init; } = string.Empty;

    [Required(ErrorMessage = "Enter the street.")]
    [StringLength(MaxLength)]
    public string Street { get; init; } = string.Empty;

    [Required(ErrorMessage = "Enter the city.")]
    [StringLength(MaxLength)]
    public string City { get; init; } = string.Empty;

    [StringLength(MaxLength)]
    public string? Region { get; init; }

    [Required(ErrorMessage = "Enter the postal code.")]
    [StringLength(20)]
    public string PostalCode { get; init; } = string.Empty;

    [Required(ErrorMessage = "Enter the country.")]
    [RegularExpression("[A-Za-z]{2}", ErrorMessage = "Enter the country as two letters, for example US.")]
    public string Country { get; init; } = "US";

    public Address ToAddress() => new()
    {
        ContactName = Name,
        Email = Email,
        Address1 = Street,
        City = City,
        Region = Region?.ToUpperInvariant(),
        PostalCode = PostalCode,
        CountryCode = Country.ToUpperInvariant(),
    };

    /// <summary>Returns the type only: it has a person's data.</summary>
    public override string ToString() => nameof(InvoiceBuyer);
}
