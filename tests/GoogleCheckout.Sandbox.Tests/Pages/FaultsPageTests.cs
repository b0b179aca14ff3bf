using System.Net;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using GoogleCheckout.Sandbox.Faults;
using GoogleCheckout.Sandbox.Pages.MerchantCenter;
using NUnit.Framework;

namespace GoogleCheckout.Sandbox.Pages;

/// <summary>The page of the faults.</summary>
public sealed partial class FaultsPageTests : ShopFixture
{
    private static IEnumerable<TestCaseData> AllFaults() =>
    [
        .. FaultForm.RequestFaults.Select(fault => new TestCaseData("Requests", fault.Key)),
        .. FaultForm.NotificationFaults.Select(fault => new TestCaseData("Notifications", fault.Key)),
    ];

    [TestCaseSource(nameof(AllFaults))]
    public async Task Add_EachFault_IsListedAndCanBeRemoved(string target, string fault)
    {
        await SignInAsync();
        await Merchant.OpenAsync(PageUrls.Faults);

        await Merchant.SubmitAsync(PageUrls.Faults, ("target", target), ("fault", fault), ("kind", target == "Requests" ? "refund-order" : "new-order-notification"), ("times", "3"), ("reason", "Too late"), ("seconds", "60"), ("quirk", "ByteOrderMark"));

        Assert.That(Merchant.Status, Is.EqualTo(HttpStatusCode.OK), Merchant.Text);
        Assert.That(Merchant.Text, Does.Match($"{(target == "Requests" ? "refund-order" : "new-order-notification")} [a-z].* 3 times Remove"));
        await Merchant.SubmitAsync(PageUrls.RemoveFault, ("remove", $"{target} 1"));
        Assert.That(Merchant.Text, Does.Contain("There are none. Add one below."));
    }

    [Test]
    public async Task Add_FaultOfACommand_AppliesToItOnly()
    {
        var number = await PlaceAsync();
        await SignInAsync();
        await Merchant.OpenAsync(PageUrls.Faults);
        await Merchant.SubmitAsync(PageUrls.Faults, ("target", "Requests"), ("fault", "refuse"), ("kind", "charge-order"), ("times", "1"), ("reason", "Not on Sundays"));

        await Client.HelloAsync();

        Assert.That(async () => await Client.ChargeOrderAsync(number), Throws.InstanceOf<CheckoutApiException>().With.Message.Contains("Not on Sundays"));
        await Client.ChargeOrderAsync(number);
        await Merchant.OpenAsync(PageUrls.Faults);
        Assert.That(Merchant.Text, Does.Contain("There are none."));
    }

    [Test]
    public async Task Faults_OfCode_AreListedAndRemoved()
    {
        Sandbox.Faults.When(_ => true, SandboxFault.DropAfter);
        Sandbox.Faults.OnDelivery(_ => true, DeliveryFault.Duplicate(2));
        await SignInAsync();
        await Merchant.OpenAsync(PageUrls.Faults);
        Assert.That(Merchant.Text, Does.Contain("What code selects is executed, and the connection is dropped always").And.Contain("What code selects is sent 2 more times after it is acknowledged always"));

        await Merchant.SubmitAsync(PageUrls.RemoveFault, ("remove", "all"));

        Assert.That(Merchant.Text, Does.Contain("There are none."));
    }

    [TestCase("Requests", "refuse", "charge-order", "1", "", "1", "Enter the error message")]
    [TestCase("Requests", "refuse", "charge-order", "1", "\u0001", "1", "Enter the error message")]
    [TestCase("Requests", "delay", "charge-order", "1", "x", "86401", "Enter the delay as a whole number of seconds, from 1 to 86400.")]
    [TestCase("Requests", "truncate", "charge-order", "0", "x", "1", "Enter how often")]
    [TestCase("Requests", "truncate", "new-order-notification", "1", "x", "1", "Select a message of the list.")]
    [TestCase("Requests", "duplicate", "", "1", "x", "1", "Select what happens.")]
    [TestCase("Notifications", "quirk", "", "1", "x", "1", "Select a quirk.")]
    [TestCase("Notifications", "", "", "1", "x", "1", "Select what happens.")]
    public async Task Add_WrongField_SaysWhichAndKeepsTheOthers(string target, string fault, string kind, string times, string reason, string seconds, string error)
    {
        await SignInAsync();
        await Merchant.OpenAsync(PageUrls.Faults);

        await Merchant.SubmitAsync(PageUrls.Faults, ("target", target), ("fault", fault), ("kind", kind), ("times", times), ("reason", reason), ("seconds", seconds), ("quirk", "99"));

        Assert.That(Merchant.Status, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That(Merchant.Text, Does.Contain(error).And.Contain("There are none."));
        Assert.That(Merchant.Html, Does.Contain($"name=\"seconds\" value=\"{seconds}\""));
    }

    [Test]
    public void Quirks_EachText_IsThatOfItsDocumentation()
    {
        var documentation = XDocument.Load(Path.ChangeExtension(typeof(Quirk).Assembly.Location, ".xml")).Descendants("member")
            .Where(member => member.Attribute("name")!.Value.StartsWith("F:", StringComparison.Ordinal))
            .ToDictionary(member => member.Attribute("name")!.Value, member => WhiteSpace().Replace(member.Element("summary")!.Value, " ").Trim());

        Assert.That(
            Enum.GetValues<Quirk>().Select(quirk => (quirk, QuirkTexts.Get(quirk))),
            Is.EqualTo(Enum.GetValues<Quirk>().Select(quirk => (quirk, documentation[$"F:{typeof(Quirk).FullName}.{quirk}"]))));
    }

    [GeneratedRegex("\\s+")]
    private static partial Regex WhiteSpace();
}
