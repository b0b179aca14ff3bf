using System.CommandLine;
using GoogleCheckout.Orders;

namespace GoogleCheckout.Cli.Orders;

/// <summary>Stores the merchant's number of an order.</summary>
internal sealed class MerchantNumberCommand : OrderActionCommand
{
    private readonly Argument<string> _merchantNumber = new("MERCHANT-NUMBER") { Description = "The number of the order in the merchant's books." };

    public MerchantNumberCommand(ClientCall call, Argument<string> number)
        : base("merchant-number", "Stores the merchant's own number with the order.", call, number)
    {
        Arguments.Add(_merchantNumber);
        Examples = ["googlecheckout order 123456789012345 merchant-number 4711"];
    }

    protected override OrderCommand Create(string googleOrderNumber, ParseResult parsed) =>
        new AddMerchantOrderNumberRequest { GoogleOrderNumber = googleOrderNumber, MerchantOrderNumber = parsed.GetRequiredValue(_merchantNumber) };
}
