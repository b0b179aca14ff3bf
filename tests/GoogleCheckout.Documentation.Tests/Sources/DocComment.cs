using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GoogleCheckout.Documentation.Sources;

/// <summary>The XML documentation comment above a declaration.</summary>
internal sealed partial class DocComment
{
    private DocComment(XElement root, int firstLine)
    {
        Root = root;
        FirstLine = firstLine;
    }

    public XElement Root { get; }

    /// <summary>The line of the file on which the comment begins, counted from 1.</summary>
    public int FirstLine { get; }

    public bool IsInherited => Root.Element("inheritdoc") is not null;

    /// <summary>Reads the comment of a declaration.</summary>
    /// <returns>The comment; null if there is none or it is not well-formed.</returns>
    public static DocComment? Of(SyntaxNode declaration)
    {
        var node = declaration is VariableDeclaratorSyntax ? declaration.FirstAncestorOrSelf<MemberDeclarationSyntax>()! : declaration;
        var trivia = node.GetLeadingTrivia().LastOrDefault(piece => piece.GetStructure() is DocumentationCommentTriviaSyntax);
        return trivia.GetStructure() is DocumentationCommentTriviaSyntax structure ? Parse(structure) : null;
    }

    /// <summary>Parses a comment.</summary>
    /// <returns>The comment; null if it is not well-formed.</returns>
    public static DocComment? Parse(DocumentationCommentTriviaSyntax structure)
    {
        var xml = Exterior().Replace(structure.ToFullString(), string.Empty);
        try
        {
            var root = XElement.Parse($"<doc>{xml}</doc>", LoadOptions.PreserveWhitespace | LoadOptions.SetLineInfo);
            return new DocComment(root, structure.SyntaxTree.GetLineSpan(structure.FullSpan).StartLinePosition.Line + 1);
        }
        catch (XmlException)
        {
            return null;
        }
    }

    /// <summary>Returns the content of the first element of that name, on one line.</summary>
    /// <returns>The content with its markup; null if there is no such element.</returns>
    public string? Content(string element) => Root.Element(element) is { } found ? Content(found) : null;

    /// <summary>Returns the content of the element with that name attribute, as of a parameter, on one line.</summary>
    /// <returns>The content with its markup; null if there is no such element.</returns>
    public string? Content(string element, string name) =>
        Root.Elements(element).FirstOrDefault(found => found.Attribute("name")?.Value == name) is { } named ? Content(named) : null;

    /// <summary>Returns what the comment says about an exception.</summary>
    /// <param name="type">The name of the exception's type, without its namespace.</param>
    /// <returns>The content with its markup; null if the comment does not name the exception.</returns>
    public string? Exception(string type)
    {
        var exceptions = Root.Elements("exception").Where(found => found.Attribute("cref")?.Value.Split(['.', ':'])[^1] == type).ToList();
        return exceptions.Count == 0 ? null : string.Join(' ', exceptions.Select(Content));
    }

    private static string Content(XElement element) =>
        WhiteSpace().Replace(string.Concat(element.Nodes().Select(node => node.ToString(SaveOptions.DisableFormatting))), " ").Trim();

    [GeneratedRegex(@"^[ \t]*///[ ]?", RegexOptions.Multiline)]
    private static partial Regex Exterior();

    [GeneratedRegex(@"\s+")]
    private static partial Regex WhiteSpace();
}
