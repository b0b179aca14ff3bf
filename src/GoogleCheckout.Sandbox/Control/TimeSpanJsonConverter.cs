using System.Text.Json;
using System.Text.Json.Serialization;
using GoogleCheckout.Configuration;

namespace GoogleCheckout.Sandbox.Control;

/// <summary>Reads time spans as settings do: a plain number, which would count days, is refused.</summary>
internal sealed class TimeSpanJsonConverter : JsonConverter<TimeSpan>
{
    public override TimeSpan Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && SettingText.TryParseTime(reader.GetString()!, out var time) ? time : throw new JsonException();

    public override void Write(Utf8JsonWriter writer, TimeSpan value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}
