using System.Net;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GoogleCheckout.Documentation.Prose;

/// <summary>Takes the prose out of a C# file: comments, and texts that are messages of exceptions or logs or look like sentences.</summary>
internal static partial class SourceProse
{
    private const string LogMessage = "LoggerMessage";

    public static IEnumerable<Passage> Read(string file, string code)
    {
        var tree = CSharpSyntaxTree.ParseText(code, new CSharpParseOptions(LanguageVersion.Preview, DocumentationMode.Parse), file);
        var root = tree.GetRoot();
        return root.DescendantTrivia().SelectMany(trivia => Comment(trivia, file))
            .Concat(LineComments(tree, file))
            .Concat(root.DescendantNodes().Where(IsText).Where(IsMessage).Select(text => Message(text, file)));
    }

    private static IEnumerable<Passage> Comment(SyntaxTrivia trivia, string file)
    {
        if (trivia.GetStructure() is not DocumentationCommentTriviaSyntax structure)
        {
            return [];
        }

        var text = Exterior().Replace(structure.ToFullString(), string.Empty);
        text = CodeElement().Replace(text, code => Passage.Code + new string('\n', code.Value.Count(character => character == '\n')));
        text = Reference().Replace(text, Passage.Code.ToString());
        text = Tag().Replace(text, Passage.Break.ToString());
        return [new Passage(file, LineOf(structure.SyntaxTree, structure.FullSpan.Start), Entity().Replace(text, entity => WebUtility.HtmlDecode(entity.Value)))];
    }

    /// <summary>Joins comments on lines one below the other, except for the markers of snippets.</summary>
    private static IEnumerable<Passage> LineComments(SyntaxTree tree, string file)
    {
        var comments = tree.GetRoot().DescendantTrivia()
            .Where(trivia => trivia.IsKind(SyntaxKind.SingleLineCommentTrivia) && !Marker().IsMatch(trivia.ToString()))
            .Select(trivia => (Line: LineOf(tree, trivia.SpanStart), Text: trivia.ToString()[2..]));
        Passage? open = null;
        foreach (var (line, text) in comments)
        {
            if (open is not null && line == open.LineAt(open.Text.Length) + 1)
            {
                open = open with { Text = $"{open.Text}\n{text}" };
                continue;
            }

            if (open is not null)
            {
                yield return open;
            }

            open = new Passage(file, line, $"{Passage.Break}{text}");
        }

        if (open is not null)
        {
            yield return open;
        }
    }

    private static bool IsText(SyntaxNode node) =>
        node is InterpolatedStringExpressionSyntax || node is LiteralExpressionSyntax && node.IsKind(SyntaxKind.StringLiteralExpression);

    private static bool IsMessage(SyntaxNode text) =>
        text.Ancestors().TakeWhile(node => node is not (StatementSyntax or MemberDeclarationSyntax)).Any(node => node switch
        {
            ObjectCreationExpressionSyntax created => created.Type.ToString().EndsWith("Exception", StringComparison.Ordinal),
            AttributeSyntax attribute => attribute.Name.ToString() == LogMessage,
            _ => false,
        }) || Sentence().IsMatch(TextOf(text)) && !Query().IsMatch(TextOf(text));

    private static Passage Message(SyntaxNode text, string file) => new(file, LineOf(text.SyntaxTree, text.SpanStart), Passage.Break + TextOf(text));

    private static string TextOf(SyntaxNode text)
    {
        var source = text is InterpolatedStringExpressionSyntax interpolated
            ? string.Concat(interpolated.Contents.Select(part => part is InterpolatedStringTextSyntax ? part.ToString() : Passage.Code.ToString()))
            : text.ToString().Trim('"', '@');
        source = Hole().Replace(Escape().Replace(source, " "), Passage.Code.ToString());
        return Markup().Replace(source, Passage.Code.ToString());
    }

    private static int LineOf(SyntaxTree tree, int position) => tree.GetLineSpan(new Microsoft.CodeAnalysis.Text.TextSpan(position, 0)).StartLinePosition.Line + 1;

    [GeneratedRegex(@"^[ \t]*///", RegexOptions.Multiline)]
    private static partial Regex Exterior();

    [GeneratedRegex("<(?<name>c|code)>.*?</\\k<name>>", RegexOptions.Singleline)]
    private static partial Regex CodeElement();

    [GeneratedRegex(@"<(?:see|seealso|paramref|typeparamref|inheritdoc)\b[^>]*/>")]
    private static partial Regex Reference();

    [GeneratedRegex("</?[a-z]+[^>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex("&\\w+;")]
    private static partial Regex Entity();

    [GeneratedRegex("^// </?[a-z0-9-]+>$")]
    private static partial Regex Marker();

    [GeneratedRegex(@"\\(?:u[0-9a-fA-F]{4}|.)")]
    private static partial Regex Escape();

    [GeneratedRegex(@"\{\w+(?::[^}]*)?\}")]
    private static partial Regex Hole();

    [GeneratedRegex(@"<[/!]?[a-z][^>]*>|(?<!\w)'[^'\n]*'(?!\w)")]
    private static partial Regex Markup();

    [GeneratedRegex(@"\w,? (?:an?|and|are|at|be|by|for|from|has|in|is|it|no|none|not|of|on|or|than|that|the|to|was|with)\b")]
    private static partial Regex Sentence();

    [GeneratedRegex(@"^\W*(?:SELECT|INSERT|UPDATE|DELETE|CREATE|ALTER|DROP|WITH|BEGIN|FOR UPDATE|AND|ON|WHERE|FROM|ORDER BY|SET|VALUES|PRAGMA)\b")]
    private static partial Regex Query();
}
