using GoogleCheckout.Documentation;
using GoogleCheckout.Documentation.Members;
using GoogleCheckout.Documentation.Sources;
using GoogleCheckout.Documentation.WireNames;

// Checks a checkout without the test runner: <check> <path in the checkout>...
var checkout = Checkout.Containing(args.ElementAtOrDefault(1) ?? ".");
var violations = args.FirstOrDefault() switch
{
    "members" => SourceProject.All(checkout).SelectMany(MemberDocumentation.Check),
    "wire-names" => SourceProject.All(checkout).Where(project => project.Name == "GoogleCheckout.Sdk").SelectMany(WireNameDocumentation.Check),
    "compile" => SourceProject.All(checkout).SelectMany(project => project.Errors()).Select(error => new Violation("", 0, error)),
    _ => throw new ArgumentException("There is no such check."),
};
Console.Write(Violation.Report(violations));
