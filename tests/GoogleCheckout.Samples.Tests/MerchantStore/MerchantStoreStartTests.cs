using NUnit.Framework;

namespace GoogleCheckout.Samples.MerchantStore;

/// <summary>With what the shop does not start.</summary>
public class MerchantStoreStartTests
{
    private static readonly TestCaseData[] Lacking =
    [
        new TestCaseData(new[] { ("GoogleCheckout:MerchantId", "1234567890"), ("GoogleCheckout:MerchantKey", "a key"), ("ConnectionStrings:Store", "Host=127.0.0.1;Port=1;Database=shop") }, "The database of the setting ConnectionStrings:Store cannot be opened")
        {
            TestName = "{m}(no database server)",
        },
        new TestCaseData(new[] { ("Charge:MaxAmmount", "100") }, "The setting Charge:MaxAmmount is unknown. Correct its name or remove it.")
        {
            TestName = "{m}(a setting of the store is mistyped)",
        },
        new TestCaseData(new[] { ("GoogleCheckout:MerchantId", "1234567890"), ("GoogleCheckout:MerchantKey", "a key"), ("GoogleCheckout:Enviroment", "Sandbox") }, "GoogleCheckout:Enviroment")
        {
            TestName = "{m}(a setting of the SDK is mistyped)",
        },
    ];

    [TestCaseSource(nameof(Lacking))]
    public async Task Start_SettingMissingOrMistyped_EndsWithMessage((string, string)[] settings, string words)
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
