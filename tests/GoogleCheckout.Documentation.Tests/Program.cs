using GoogleCheckout.Documentation;
using GoogleCheckout.Documentation.Links;
using GoogleCheckout.Documentation.Members;
using GoogleCheckout.Documentation.Prose;
using GoogleCheckout.Documentation.Snippets;
using GoogleCheckout.Documentation.Sources;
using GoogleCheckout.Documentation.WireNames;

// Checks files or folders of a checkout without the test runner: <check> [path...]. Without a path, the checkout around this folder.
string[] paths = args.Length > 1 ? args[1..] : ["."];
var checkout = Checkout.Containing(paths[0]);
var folders = paths.Select(path => checkout.Relative(Path.GetFullPath(path))).ToList();
var violations = (args.FirstOrDefault() switch
{
    "members" => SourceProject.All(checkout).SelectMany(MemberDocumentation.Check),
    "wire-names" => SourceProject.All(checkout).Where(project => project.Name == "GoogleCheckout.Sdk").SelectMany(WireNameDocumentation.Check),
    "prose" => Prose(new Spelling(checkout).Check).Concat(Prose(passages => BannedPhrase.Check(checkout, passages))),
    "spelling" => Prose(new Spelling(checkout).Check),
    "phrases" => Prose(passages => BannedPhrase.Check(checkout, passages)),
    "links" => LinkCheck.Check(checkout),
    "snippets" => SnippetCheck.Check(checkout),
    "text" => Prose(passages => passages.Select(passage => new Violation(passage.File, passage.FirstLine, passage.Text))),
    _ => throw new ArgumentException("The checks are: prose (spelling and phrases), links, snippets, members, wire-names; text shows the prose that is checked."),
}).Where(violation => IsWanted(violation.File)).ToList();
Console.Write(Violation.Report(violations));
return violations.Count == 0 ? 0 : 1;

IEnumerable<Violation> Prose(Func<IReadOnlyList<Passage>, IEnumerable<Violation>> check) => check(ProseFiles.Passages(checkout, IsWanted));

bool IsWanted(string file) => folders.Exists(folder => folder == "." || file == folder || file.StartsWith($"{folder}/", StringComparison.Ordinal));
