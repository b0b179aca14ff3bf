using System.Text.Json;
using System.Text.Json.Nodes;
using GoogleCheckout.Sandbox.Orders;
using GoogleCheckout.Sandbox.Service;

namespace GoogleCheckout.Sandbox.Journal;

/// <summary>The settings of an account in JSON.</summary>
internal static class JournalSettings
{
    /// <summary>Returns the settings as an object. A setting that is null is not in it.</summary>
    public static JsonObject Write(MerchantSettings settings) => (JsonObject)JsonSerializer.SerializeToNode(settings, JournalJson.Default.MerchantSettings)!;

    /// <summary>Reads settings. Those that an older version did not have yet get their defaults.</summary>
    /// <exception cref="JsonException">The object does not contain settings.</exception>
    public static MerchantSettings Read(JsonObject settings)
    {
        var complete = Write(new MerchantSettings { Policy = new MerchantPolicy { ReviewDelay = TimeSpan.Zero } });
        Complete(complete, settings);
        return complete.Deserialize(JournalJson.Default.MerchantSettings)!;
    }

    /// <summary>Returns the current settings, with those that differ between two starts replaced.</summary>
    /// <param name="current">The current settings.</param>
    /// <param name="earlier">The options at the earlier start.</param>
    /// <param name="options">The options at this start.</param>
    public static JsonObject Update(JsonObject current, JsonObject earlier, JsonObject options)
    {
        var updated = (JsonObject)current.DeepClone();
        foreach (var name in earlier.Concat(options).Select(setting => setting.Key).Distinct())
        {
            if (current[name] is JsonObject inner && earlier[name] is JsonObject before && options[name] is JsonObject now)
            {
                updated[name] = Update(inner, before, now);
            }
            else if (!JsonNode.DeepEquals(earlier[name], options[name]))
            {
                updated.Remove(name);
                if (options[name] is { } value)
                {
                    updated.Add(name, value.DeepClone());
                }
            }
        }

        return updated;
    }

    private static void Complete(JsonObject target, JsonObject source)
    {
        foreach (var (name, value) in source)
        {
            if (value is JsonObject inner && target[name] is JsonObject outer)
            {
                Complete(outer, inner);
            }
            else
            {
                target[name] = value?.DeepClone();
            }
        }
    }
}
