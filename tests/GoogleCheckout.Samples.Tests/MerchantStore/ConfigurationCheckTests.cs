using System.Reflection;
using System.Text.Json;
using MerchantStore.Settings;
using Microsoft.Extensions.Configuration;
using NUnit.Framework;

namespace GoogleCheckout.Samples.MerchantStore;

/// <summary>A configuration that the store does not understand is refused at its start, with each setting and what to do.</summary>
public class ConfigurationCheckTests
{
    [TestCase("Charge:MaxAmmount", "100", "The setting Charge:MaxAmmount is unknown. Correct its name or remove it. The settings of this section are Charge:AcceptedAvs,")]
    [TestCase("Charge:MaxAmount", "1,000", "The setting Charge:MaxAmount must be an amount with a decimal point, for example 250.00.")]
    [TestCase("Charge:AcceptedAvs", "Most", "The setting Charge:AcceptedAvs must be one of Full, Part, Any.")]
    [TestCase("AutoCharge", "yes", "The setting AutoCharge must be one of false, true.")]
    [TestCase("AutoCharge", "", "The setting AutoCharge must be one of false, true.")]
    [TestCase("Currency", "EUR", "The setting Currency must be one of USD, GBP.")]
    [TestCase("PublicUrl", "shop.example.com", "The setting PublicUrl must be an http or https address")]
    [TestCase("ShopStatus:PAID", "Complete", "The setting ShopStatus:PAID is unknown.")]
    [TestCase("ShopStatus:CHARGED", "Done", "The setting ShopStatus:CHARGED must be one of New, Queued, Processed, Complete, Failed, Cancelled.")]
    [TestCase("Mail:Shop", "nobody", "The setting Mail:Shop must be an e-mail address")]
    [TestCase("Mail:Folder", "/srv/shop/wwwroot/mails", "The setting Mail:Folder must not be in wwwroot")]
    [TestCase("MessageLog:KeptDays", "-1", "The setting MessageLog:KeptDays must be a whole number from 0 to 36500.")]
    [TestCase("MessageLog:KeptDays", "", "The setting MessageLog:KeptDays must be a whole number")]
    [TestCase("MessageLog:Days", "9", "The setting MessageLog:Days is unknown.")]
    [TestCase("Accounts:Live:MerchantId", "1234567890", "The setting Accounts:Live:MerchantId is read from the page Settings only. Remove it, and set GoogleCheckout:MerchantId")]
    public void Setting_Mistyped_IsRefusedWithItsNameAndWhatToDo(string key, string value, string words)
    {
        var e = Assert.Throws<InvalidOperationException>(() => ConfigurationCheck.ThrowIfInvalid(Configuration((key, value))));

        Assert.That(e!.Message, Does.StartWith(words));
    }

    [Test]
    public void Settings_SeveralMistyped_AreAllNamed()
    {
        var e = Assert.Throws<InvalidOperationException>(() => ConfigurationCheck.ThrowIfInvalid(Configuration(("Currency", "EUR"), ("Codes:Send", "true"), ("Mail:Shop", ""))));

        Assert.That(e!.Message, Does.Contain("Currency").And.Contain("Codes:Send").And.Contain("Mail:Shop"));
    }

    // Many systems have an environment variable MAIL.
    [TestCase("Mail", "/var/mail/shop")]
    [TestCase("currency", "gbp")]
    [TestCase("AutoCharge", "True")]
    [TestCase("PublicUrl", "")]
    [TestCase("OrderPrefix", "")]
    [TestCase("Charge:MaxAmount", "250.00")]
    [TestCase("Charge:MaxAmount", "")]
    [TestCase("shopstatus:payment_declined", "queued")]
    public void Setting_Fit_IsAcceptedAndRead(string key, string value)
    {
        var configuration = Configuration((key, value));

        ConfigurationCheck.ThrowIfInvalid(configuration);

        Assert.That(() => configuration.Get<StoreOptions>(), Throws.Nothing);
    }

    [Test]
    public void Page_Defaults_AreThoseOfTheOptions()
    {
        var fields = SettingFields.All.Select(field => (field.Key, field.Default)).ToArray();

        Assert.That(JsonSerializer.Serialize(Configuration(fields).Get<StoreOptions>()), Is.EqualTo(JsonSerializer.Serialize(new StoreOptions())));
    }

    [Test]
    public void Page_Fields_AreAllOptions() =>
        Assert.That(SettingFields.All.Select(field => field.Key.ToUpperInvariant()), Is.EquivalentTo(GetKeys(typeof(StoreOptions)).Select(key => key.ToUpperInvariant())));

    [Test]
    public void Options_ChangedInTheConfiguration_AreRead()
    {
        var options = Configuration(("Charge:AcceptedAvs", "Part"), ("Charge:MaxAmount", "250"), ("ShopStatus:PAYMENT_DECLINED", "Queued"), ("Mail:Placed", "Shop"), ("Currency", "gbp")).Get<StoreOptions>()!;

        Assert.That(
            (options.Charge.AcceptedAvs.ToString(), options.Charge.MaxAmount, options.ShopStatus.PaymentDeclined.ToString(), options.Mail.Placed.ToString(), options.Currency),
            Is.EqualTo(("Part", (decimal?)250m, "Queued", "Shop", "GBP")));
    }

    private static IEnumerable<string> GetKeys(Type type) => type.GetProperties().SelectMany(property =>
    {
        var name = property.GetCustomAttribute<ConfigurationKeyNameAttribute>()?.Name ?? property.Name;
        return property.CanWrite ? [name] : GetKeys(property.PropertyType).Select(key => $"{name}:{key}");
    });

    private static IConfigurationRoot Configuration(params (string Key, string Value)[] settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value)).DistinctBy(setting => setting.Key)).Build();
}
