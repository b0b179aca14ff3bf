using System.Text;
using NUnit.Framework;

namespace GoogleCheckout.Samples.MerchantStore;

/// <summary>Where a password must not be found: in the console's log at its most detailed, and in the files of the database.</summary>
public sealed class OwnerPasswordSecrecyTests : MerchantStoreTestBase
{
    private protected override bool IsSeparateProcess => true;

    [Test]
    public async Task Passwords_AtLevelTrace_AreNeitherInTheLogNorInTheDatabase()
    {
        await RestartAsync(("Logging:LogLevel:Default", "Trace"), ("Logging:LogLevel:Microsoft.AspNetCore", "Trace"));

        await SetUpAsync(Browser);
        using var owner = new StoreVisitor(Store.Address);
        await owner.GoAsync("/SignIn");
        await owner.PressAsync("Sign in", ("password", "wrong-horse-8"));
        await owner.PressAsync("Sign in", ("password", OwnerPassword));

        Assert.That(owner.Address.AbsolutePath, Is.EqualTo("/Orders"));
        Assert.That(Store.Output, Does.Contain("SignIn").And.Contain("trce:").And.Not.Contain(OwnerPassword).And.Not.Contain("wrong-horse-8"));
        var files = Folder.GetFiles("shop.db*");
        Assert.That(files, Is.Not.Empty);
        foreach (var file in files)
        {
            Assert.That(await ReadAsync(file), Does.Not.Contain(OwnerPassword).And.Not.Contain("wrong-horse-8"), file.Name);
        }
    }

    private static async Task<string> ReadAsync(FileInfo file)
    {
        await using var stream = file.Open(FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(stream, Encoding.Latin1);
        return await reader.ReadToEndAsync();
    }
}
