using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace GoogleCheckout.Sandbox.Control;

/// <summary>The JSON of the control endpoint. Unknown members are errors, because they are probably misspelled.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    WriteIndented = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    Converters = [typeof(TimeSpanJsonConverter)])]
[JsonSerializable(typeof(PlaceOrder))]
[JsonSerializable(typeof(ClockChange))]
[JsonSerializable(typeof(Chargeback))]
[JsonSerializable(typeof(CancelByGoogle))]
[JsonSerializable(typeof(CancelSubscription))]
[JsonSerializable(typeof(CardChoice))]
[JsonSerializable(typeof(CallbackChange))]
[JsonSerializable(typeof(FaultRule))]
[JsonSerializable(typeof(DeliveryFaultRule))]
[JsonSerializable(typeof(NoSettings))]
[JsonSerializable(typeof(Deliver))]
[JsonSerializable(typeof(DeliveryReport))]
[JsonSerializable(typeof(ControlError))]
[JsonSerializable(typeof(ClockState))]
[JsonSerializable(typeof(CallbackState))]
[JsonSerializable(typeof(OrderState))]
[JsonSerializable(typeof(IEnumerable<OrderState>))]
[JsonSerializable(typeof(IEnumerable<RequestEntry>))]
[JsonSerializable(typeof(IEnumerable<DeliveryEntry>))]
internal sealed partial class ControlJson : JsonSerializerContext
{
    /// <summary>The context whose text a person can read: XML in it has no <c>\u003C</c>. It is no part of an HTML page.</summary>
    public static ControlJson Readable => ReadableText.Context;

    // In a class by itself: the default context does not exist yet while the fields of this one are initialized.
    private static class ReadableText
    {
        public static readonly ControlJson Context = new(new JsonSerializerOptions(ControlJson.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
    }
}
