using NUnit.Framework;

namespace GoogleCheckout.Samples.MerchantStore;

/// <summary>What the shop does not start without.</summary>
public class MerchantStoreStartTests
{
    private static readonly (string, string) Password = ("OwnerPassword", "a password");
    private static readonly (string, string) MerchantId = ("GoogleCheckout:MerchantId", "1234567890");
    private static readonly (string, string) MerchantKey = ("GoogleCheckout:MerchantKey", "a key");

    private static readonly TestCaseData[] Lacking =
    [
        new TestCaseData(new[] { MerchantId, MerchantKey }, "The setting OwnerPassword is missing") { TestName = "{m}(no password)" },
        new TestCaseData(new[] { Password }, "MerchantId") { TestName = "{m}(no merchant, and no sandbox outside of development)" },
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
