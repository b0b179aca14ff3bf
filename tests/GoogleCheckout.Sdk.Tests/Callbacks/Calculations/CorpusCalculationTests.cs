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
    [TestCase("google4r-merchant-calculation-results.xml", $"{First}/total-tax is missing; write 0.00 if there is no tax.")]
    [TestCase("java-old0.8.9-merchant-calculation-callback-response.xml")]
    [TestCase(
        "java-old0.8.9-MerchantCalculationResultsTest.xml",
        "results/result[@address-id='739030698069958' and @shipping-name='UPS Ground'] is missing.",
        "results/result[@address-id='421273450774618' and @shipping-name='SuperShip'] is missing.",
        "results/result[@address-id='421273450774618' and @shipping-name='UPS Ground'] is missing.")]
    [TestCase(
        "java-oldtrunk-MerchantCalculationResultsTest.xml",
        "results/result[@address-id='739030698069958' and @shipping-name='UPS Ground'] is missing.",
        "results/result[@address-id='421273450774618' and @shipping-name='SuperShip'] is missing.",
        "results/result[@address-id='421273450774618' and @shipping-name='UPS Ground'] is missing.")]
    public void Validate_ResultsOfTheCorpus_ReturnsTheIssues(string document, params string[] expected)
    {
        SharedFolder.Require();
        var callback = Read<MerchantCalculationCallback>("merchant-calculation-callback/google4r-merchant-calculation-callback.xml");
        var results = Read<MerchantCalculationResults>("merchant-calculation-results/" + document);

        var issues = MerchantCalculationValidator.Validate(callback, results).Select(issue => issue.ToString());
        var accepted = MerchantCalculationValidator.GetAccepted(callback, results);

        Assert.Multiple(() =>
        {
            Assert.That(issues, Is.EqualTo(expected));
            Assert.That(accepted, Is.Not.Empty);
            Assert.That(accepted.Select(result => result.MerchantCodeResults.Select(code => code.Code)), Is.All.EqualTo(callback.Calculate.MerchantCodeStrings.Select(code => code.Code)));
        });
    }

    private static T Read<T>(string path)
        where T : CheckoutMessage => CheckoutXml.Parse<T>(new MemoryStream(SharedFolder.CorpusDocument(path)));
}
