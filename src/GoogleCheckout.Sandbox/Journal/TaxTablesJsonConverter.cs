using System.Text.Json;
using System.Text.Json.Serialization;
using GoogleCheckout.Carts;

namespace GoogleCheckout.Sandbox.Journal;

/// <summary>Writes tax tables as the XML of a cart that contains them.</summary>
internal sealed class TaxTablesJsonConverter : JsonConverter<TaxTables>
{
    public override TaxTables Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        CheckoutXml.Parse<CheckoutShoppingCart>(reader.GetString()!).CheckoutFlowSupport?.TaxTables ?? throw new JsonException("The cart has no tax tables.");

    public override void Write(Utf8JsonWriter writer, TaxTables value, JsonSerializerOptions options)
    {
        var item = new Item { ItemName = "Any", ItemDescription = "Any", UnitPrice = new Money(1m, "USD"), Quantity = 1 };
        writer.WriteStringValue((CheckoutShoppingCart.Create(item) with { CheckoutFlowSupport = new MerchantCheckoutFlowSupport { TaxTables = value } }).ToXmlString());
    }
}
