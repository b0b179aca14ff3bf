using System.Text.RegularExpressions;
using GoogleCheckout.Documentation.Sources;
using Microsoft.CodeAnalysis;

namespace GoogleCheckout.Documentation.WireNames;

/// <summary>Checks that records name their elements and attributes as the codecs read them, and their types as the schema does.</summary>
internal static partial class WireNameDocumentation
{
    public static IEnumerable<Violation> Check(SourceProject project)
    {
        var records = WireRecords.In(project);
        return records.Properties().SelectMany(property => CheckProperty(property, records.Sentences(property)))
            .Concat(UnreadMessages(project, records))
            .Concat(CheckTypes(project, records));
    }

    private static IEnumerable<Violation> CheckProperty(IPropertySymbol property, IReadOnlyList<string> sentences)
    {
        var (part, comment) = property.Parts().First();
        var summary = comment?.Content("summary") ?? string.Empty;
        var message = sentences switch
        {
            [] => "can be set, but no codec in Xml/ reads it, or not in a way that this test understands",
            [var only] when !summary.EndsWith(only, StringComparison.Ordinal) => $"the <summary> must end with: {only}",
            [var only] when Sentence().Count(summary) > 1 => $"the <summary> must name the wire once, at its end: {only}",
            [_] => null,
            _ => $"codecs read it from several places: {string.Join(" or ", sentences)}",
        };
        return message is null ? [] : [Violation(property, part, message)];
    }

    private static IEnumerable<Violation> UnreadMessages(SourceProject project, WireRecords records) => project.VisibleTypes()
        .Where(type => type is { IsAbstract: false, IsRecord: true } && Bases(type).Any(parent => parent.Name == "CheckoutMessage"))
        .Except(records.Types, SymbolEqualityComparer.Default)
        .OfType<INamedTypeSymbol>()
        .Select(type => Violation(type, type.Parts().First().Node, "is a message, but no codec in Xml/ creates it"));

    private static IEnumerable<Violation> CheckTypes(SourceProject project, WireRecords records)
    {
        var schema = SchemaTypes(project.Checkout);
        foreach (var type in records.Types)
        {
            var (part, comment) = type.Parts().First();
            var text = $"{comment?.Content("summary")} {comment?.Content("remarks")}";
            var named = SchemaType().Matches(text).Select(match => match.Groups["type"].Value).ToList();
            if (schema.Contains(type.Name) && !named.Contains(type.Name))
            {
                yield return Violation(type, part, $"the <summary> must contain: Schema type <c>{type.Name}</c>.");
            }

            foreach (var unknown in named.Except(schema))
            {
                yield return Violation(type, part, $"the schema has no type {unknown}");
            }
        }
    }

    /// <summary>Reads the names of the schema's types from the table of facts.</summary>
    private static HashSet<string> SchemaTypes(Checkout checkout)
    {
        var table = checkout.Files("src", "WireFacts.txt")[0];
        return [.. checkout.Read(table).Split('\n').Where(line => line.StartsWith("type ", StringComparison.Ordinal)).Select(line => line["type ".Length..].Trim())];
    }

    private static IEnumerable<INamedTypeSymbol> Bases(INamedTypeSymbol type)
    {
        for (var parent = type.BaseType; parent is not null; parent = parent.BaseType)
        {
            yield return parent;
        }
    }

    private static Violation Violation(ISymbol symbol, SyntaxNode part, string message) =>
        new(part.SyntaxTree.FilePath, symbol.Line(part), $"{symbol.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat)}: {message}");

    [GeneratedRegex("Wire (?:name|value):")]
    private static partial Regex Sentence();

    [GeneratedRegex(@"Schema type <c>(?<type>\w+)</c>")]
    private static partial Regex SchemaType();
}
