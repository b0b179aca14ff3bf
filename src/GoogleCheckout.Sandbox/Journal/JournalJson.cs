using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using GoogleCheckout.Sandbox.Service;

namespace GoogleCheckout.Sandbox.Journal;

/// <summary>The JSON of a journal: one object a line. Unknown members are errors, because what they mean would be lost.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    UseStringEnumConverter = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    IgnoreReadOnlyProperties = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true,
    Converters = [typeof(TaxTablesJsonConverter)])]
[JsonSerializable(typeof(JournalLine))]
[JsonSerializable(typeof(MerchantSettings))]
[JsonSerializable(typeof(JsonObject))]
internal sealed partial class JournalJson : JsonSerializerContext;
