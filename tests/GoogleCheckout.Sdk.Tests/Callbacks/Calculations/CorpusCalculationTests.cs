using NUnit.Framework;

namespace GoogleCheckout.Calculations;

/// <summary>Tests calculation requests and results in the corpus of real and sample messages.</summary>
public class CorpusCalculationTests
{
    private const string First = "results/result[@address-id='739030698069958' and @shipping-name='SuperShip']";

    [Test]
    public async Task CalculateAsync_EachRequestOfTheCorpus_ReturnsValidResults()
    {
        SharedFolder.Require();
        var requests = SharedFolder.CorpusDocuments()
            .Where(path => path.StartsWith("merchant-calculation-callback/", StringComparison.Ordinal) && !path.Contains("empty", StringComparison.Ordinal))
            .ToList();

        foreach (var path in requests)
        {
            var callback = Read<MerchantCalculationCallback>(path);
            var results = await new StubCalculator().CalculateAsync(callback, CancellationToken.None);

            Assert.That(results.Results, Has.Count.EqualTo(4), path);
            Assert.That(results.Results.SelectMany(result => result.MerchantCodeResults).ToList(), Has.Count.EqualTo(8), path);
            Assert.That(MerchantCalculationValidator.Validate(callback, results), Is.Empty, path);
        }

        Assert.That(requests, Is.Not.Empty);
    }

    // All are results of the same request, and all contain its two codes in reverse order.
    [TestCase("google4r-merchant-calculation-results.xml", $"{First}/total-tax is missing.")]
    [TestCase("java-old0.8.9-merchant-calculation-callback-response.xml")]
    [TestCase(
        "java-old0.8.9-MerchantCalculationResultsTest.xml",
        $"{First}/merchant-code-results/*[1] has a calculated-amount that needs a currency.",
        $"{First}/merchant-code-results/*[2] has a calculated-amount that needs a currency.",
        "results/result[@address-id='739030698069958' and @shipping-name='UPS Ground'] is missing.",
        "results/result[@address-id='421273450774618' and @shipping-name='SuperShip'] is missing.",
        "results/result[@address-id='421273450774618' and @shipping-name='UPS Ground'] is missing.")]
    [TestCase(
        "java-oldtrunk-MerchantCalculationResultsTest.xml",
        $"{First}/merchant-code-results/*[1] has a calculated-amount that needs a currency.",
        $"{First}/merchant-code-results/*[2] has a calculated-amount that needs a currency.",
        "results/result[@address-id='739030698069958' and @shipping-name='UPS Ground'] is missing.",
        "results/result[@address-id='421273450774618' and @shipping-name='SuperShip'] is missing.",
        "results/result[@address-id='421273450774618' and @shipping-name='UPS Ground'] is missing.")]
    public void Validate_ResultsOfTheCorpus_ReturnsTheIssues(string document, params string[] expected)
    {
        SharedFolder.Require();
        var callback = Read<MerchantCalculationCallback>("merchant-calculation-callback/google4r-merchant-calculation-callback.xml");
        var results = Read<MerchantCalculationResults>("merchant-calculation-results/" + document);

        var issues = MerchantCalculationValidator.Validate(callback, results).Select(issue => issue.ToString()).ToLookup(IsAboutOrder);

        Assert.Multiple(() =>
        {
            Assert.That(issues[true].Count(), Is.EqualTo(results.Results.Count));
            Assert.That(issues[false], Is.EqualTo(expected));
        });
    }

    private static bool IsAboutOrder(string issue) => issue.EndsWith("/merchant-code-results is not in the order in which the codes were entered.", StringComparison.Ordinal);

    private static T Read<T>(string path)
        where T : CheckoutMessage => CheckoutXml.Parse<T>(new MemoryStream(SharedFolder.CorpusDocument(path)));
}
