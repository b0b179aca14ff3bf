using System.Xml.Linq;
using GoogleCheckout.Calculations;

namespace GoogleCheckout.Xml.Calculations;

internal static class CalculateXml
{
    // The response has a result for each address and method, with a result for each code. All three numbers, and the lengths of what each
    // result repeats, are the sender's. A buyer has a few addresses and codes, and a cart has tens of methods.
    private const int MaxResults = 10_000;
    private const int MaxCharacters = 1_000_000;

    public static Calculate Read(WireElement element)
    {
        var calculate = ReadLists(element);
        return GetError(calculate) is { } error ? throw new WireFormatException(element, string.Empty, error) : calculate;
    }

    public static void Write(WireWriter writer, XName name, Calculate calculate)
    {
        writer.Start(name);
        writer.List(Elements.Addresses, calculate.Addresses, Elements.AnonymousAddress, AnonymousAddressXml.Write);
        writer.RequiredBoolean(Elements.Tax, calculate.Tax);
        writer.List(Elements.Shipping, calculate.Shipping, Elements.Method, MethodXml.Write);
        writer.List(Elements.MerchantCodeStrings, calculate.MerchantCodeStrings, Elements.MerchantCodeString, MerchantCodeStringXml.Write);
        writer.End();
    }

    private static Calculate ReadLists(WireElement element) => new()
    {
        Addresses = element.Element(Elements.Addresses).Items(Elements.AnonymousAddress, AnonymousAddressXml.Read),
        Tax = element.OptionalBoolean(Elements.Tax),
        Shipping = element.Element(Elements.Shipping).Items(Elements.Method, MethodXml.Read),
        MerchantCodeStrings = element.Element(Elements.MerchantCodeStrings).Items(Elements.MerchantCodeString, MerchantCodeStringXml.Read),
    };

    private static string? GetError(Calculate calculate)
    {
        long addresses = calculate.Addresses.Count, methods = Math.Max(1, calculate.Shipping.Count), codes = calculate.MerchantCodeStrings.Count;
        var results = addresses * methods * (1 + codes);
        if (results > MaxResults)
        {
            return FormattableString.Invariant($"requests {results} results, for each address, shipping method and code; the maximum is {MaxResults}");
        }

        var characters = (methods * calculate.Addresses.Sum(address => (long)address.Id.Length))
            + (addresses * calculate.Shipping.Sum(method => (long)method.Name.Length))
            + (addresses * methods * calculate.MerchantCodeStrings.Sum(code => (long)code.Code.Length));
        return characters <= MaxCharacters ? null
            : FormattableString.Invariant($"requests results that repeat {characters} characters of address IDs, shipping methods and codes; the maximum is {MaxCharacters}");
    }
}
