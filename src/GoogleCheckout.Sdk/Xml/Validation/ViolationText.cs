namespace GoogleCheckout.Xml;

/// <summary>The reasons of violations that name what the schema allows.</summary>
internal static class ViolationText
{
    public static string UnknownMessage(string name) => "is no message of the protocol" + Suggest(name, WireSchema.Instance.RootNames);

    public static string UnknownElement(OpenElement parent, string name) =>
        $"is not allowed in '{parent.Name}', which {(parent.Content.Elements.Count == 0 ? "must be empty" : $"may contain {Names(parent.Content)}")}"
        + Suggest(name, parent.Content.Elements.Select(child => child.Name));

    public static string RepeatedElement(OpenElement parent) => parent.Content.IsChoice
        ? $"is one too many: '{parent.Name}' must contain only one of {Names(parent.Content)}"
        : $"must occur only once in '{parent.Name}'";

    public static string WrongNamespace(string namespaceName) =>
        $"is in {(namespaceName.Length == 0 ? "no namespace" : $"the namespace '{namespaceName}'")}, but must be in '{ProtocolNamespace.Current}'";

    public static string MissingAlternative(ContentType content) => "must contain one of " + Names(content);

    public static string UnknownAttribute(OpenElement element, string name)
    {
        var allowed = element.Content.Attributes.Select(attribute => attribute.Name).ToList();
        return $"is not allowed: '{element.Name}' {(allowed.Count == 0 ? "has no attributes" : $"may have {string.Join(", ", allowed)}")}" + Suggest(name, allowed);
    }

    private static string Names(ContentType content) => string.Join(", ", content.Elements.Select(child => child.Name));

    private static string Suggest(string name, IEnumerable<string> names) => SimilarName.Find(name, names) is { } meant ? $"; did you mean '{meant}'?" : string.Empty;
}
