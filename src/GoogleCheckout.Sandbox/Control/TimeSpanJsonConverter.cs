using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization;
using GoogleCheckout.Configuration;

namespace GoogleCheckout.Sandbox.Control;

/// <summary>Reads time spans as settings do: a plain number, which would count days, is refused.</summary>
internal sealed class TimeSpanJsonConverter : JsonConverter<TimeSpan>
{
    private const int MaxDays = 36_500;

    public override TimeSpan Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var text = reader.TokenType switch
        {
            JsonTokenType.String => reader.GetString()!,
            JsonTokenType.Number when reader.TryGetInt32(out var number) => number.ToString(CultureInfo.InvariantCulture),
            _ => throw new JsonException(),
        };
        return SettingText.TryParseTime(text, out var time) ? time : throw new JsonException(null, new ControlException(HttpStatusCode.BadRequest, Describe(text)));
    }

    public override void Write(Utf8JsonWriter writer, TimeSpan value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());

    private static string Describe(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= MaxDays
        ? $"{number} has no unit. Write {TimeSpan.FromSeconds(number)} for {number} seconds, {TimeSpan.FromMinutes(number)} for {number} minutes, or {TimeSpan.FromDays(number)} for {number} days."
        : $"It must be {SettingText.TimeFormat}.";
}
