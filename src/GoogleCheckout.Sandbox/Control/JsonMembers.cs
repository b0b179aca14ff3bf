using System.Text.Json.Serialization.Metadata;
using GoogleCheckout.Configuration;

namespace GoogleCheckout.Sandbox.Control;

/// <summary>Describes the members that an object of a request may have, for the error of a wrong one.</summary>
internal static class JsonMembers
{
    /// <summary>Describes the innermost object on the path of an error.</summary>
    /// <param name="body">The type of the body.</param>
    /// <param name="path">The path, for example <c>$.buyer.shippingAddress</c>.</param>
    public static string Describe(JsonTypeInfo body, string path)
    {
        var (subject, type) = ("It", body);
        foreach (var step in path.Split('.', '[', ']'))
        {
            if (type.Properties.FirstOrDefault(property => property.Name.Equals(step, StringComparison.OrdinalIgnoreCase)) is { } property && FindObject(body, property.PropertyType) is { } found)
            {
                (subject, type) = (property.Name, found);
            }
        }

        return $"{subject} must be an object with {(type.Properties.Count == 0 ? "no members" : string.Join(", ", type.Properties.Select(Describe)))}.";
    }

    private static string Describe(JsonPropertyInfo property) =>
        $"{property.Name} ({DescribeType(property)}{(property.IsRequired ? string.Empty : ", optional")})";

    // Of a list, its elements.
    private static JsonTypeInfo? FindObject(JsonTypeInfo body, Type type) => body.Options.GetTypeInfo(type) switch
    {
        { Kind: JsonTypeInfoKind.Object } found => found,
        { Kind: JsonTypeInfoKind.Enumerable, ElementType: { } element } when body.Options.GetTypeInfo(element) is { Kind: JsonTypeInfoKind.Object } found => found,
        _ => null,
    };

    private static string DescribeType(JsonPropertyInfo property)
    {
        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        return type == typeof(string) || type == typeof(Uri) ? "text"
            : type == typeof(TimeSpan) ? SettingText.TimeFormat
            : type == typeof(bool) ? "true or false"
            : type == typeof(decimal) || type == typeof(int) || type == typeof(long) ? "a number"
            : property.Options.GetTypeInfo(type).Kind == JsonTypeInfoKind.Enumerable ? "a list"
            : "an object";
    }
}
