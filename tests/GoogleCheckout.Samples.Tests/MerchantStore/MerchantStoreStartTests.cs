using NUnit.Framework;

namespace GoogleCheckout.Samples.MerchantStore;

/// <summary>What the shop does not start without.</summary>
public class MerchantStoreStartTests
{
    private static readonly TestCaseData[] Lacking =
    [
        new TestCaseData(new[] { ("GoogleCheckout:MerchantId", "1234567890"), ("GoogleCheckout:MerchantKey", "a key"), ("ConnectionStrings:Store", "Host=127.0.0.1;Port=1;Database=shop") }, "The database of the setting ConnectionStrings:Store cannot be opened")
        {
            TestName = "{m}(no database server)",
        },
    ];

    [TestCaseSource(nameof(Lacking))]
    public async Task Start_InProductionWithoutRequiredSetting_EndsWithMessage((string, string)[] settings, string words)
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            await using var shop = await ShopProcess.StartAsync(folder, "Production", settings);
            Assert.Fail("The shop started.");
        }
        catch (InvalidOperationException e)
        {
            Assert.That(e.Message, Does.Contain(words));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
