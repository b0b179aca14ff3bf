using System.ComponentModel.DataAnnotations;
using GoogleCheckout;

namespace MerchantStore.Shop;

/// <summary>The form of an order on invoice.</summary>
internal sealed record InvoiceBuyer : IValidatableObject
{
    private const int MaxLength = 100;
    private const string TooLong = "The {0} has at most {1} characters.";

    [Display(Name = "name")]
    [Required(ErrorMessage = "Enter your name.")]
    [StringLength(MaxLength, ErrorMessage = TooLong)]
    [Printable]
    public string Name { get; init; } = string.Empty;

    [Display(Name = "e-mail address")]
    [Required(ErrorMessage = "Enter your e-mail address.")]
    [EmailAddress(ErrorMessage = "This e-mail address is not complete.")]
    [StringLength(MaxLength, ErrorMessage = TooLong)]
    [Printable]
    public string Email { get; init; } = string.Empty;

    [Display(Name = "street")]
    [Required(ErrorMessage = "Enter the street.")]
    [StringLength(MaxLength, ErrorMessage = TooLong)]
    [Printable]
    public string Street { get; init; } = string.Empty;

    [Display(Name = "city")]
    [Required(ErrorMessage = "Enter the city.")]
    [StringLength(MaxLength, ErrorMessage = TooLong)]
    [Printable]
    public string City { get; init; } = string.Empty;

    [Display(Name = "region")]
    [StringLength(MaxLength, ErrorMessage = TooLong)]
    [Printable]
    public string? Region { get; init; }

    [Display(Name = "postal code")]
    [Required(ErrorMessage = "Enter the postal code.")]
    [StringLength(20, ErrorMessage = TooLong)]
    [Printable]
    public string PostalCode { get; init; } = string.Empty;

    [Display(Name = "country")]
    [Required(ErrorMessage = "Enter the country.")]
    [RegularExpression("[A-Za-z]{2}", ErrorMessage = "Enter the country as two letters, for example US.")]
    public string Country { get; init; } = string.Empty;

    // Tax and shipping depend on the state, which "California" would not match.
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (ToAddress() is { CountryCode: "US", Region: not { Length: 2 } })
        {
            yield return new ValidationResult("Enter the state as two letters, for example CA.", [nameof(Region)]);
        }
    }

    public Address ToAddress() => new()
    {
        ContactName = Name.Trim(),
        Email = Email.Trim(),
        Address1 = Street.Trim(),
        City = City.Trim(),
        Region = Region?.Trim().ToUpperInvariant(),
        PostalCode = PostalCode.Trim(),

        // GB is the code of the United Kingdom, but few people there know it.
        CountryCode = Country.ToUpperInvariant() is var code and not "UK" ? code : "GB",
    };

    /// <summary>Returns the type only: it has a person's data.</summary>
    public override string ToString() => nameof(InvoiceBuyer);
}
