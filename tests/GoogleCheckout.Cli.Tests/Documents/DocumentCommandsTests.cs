using GoogleCheckout.Cli.Commands;
using GoogleCheckout.Notifications;
using GoogleCheckout.Orders;
using GoogleCheckout.Sandbox;
using NUnit.Framework;

namespace GoogleCheckout.Cli.Documents;

public class DocumentCommandsTests
{
    private TemporaryFolder _folder = null!;

    [SetUp]
    public void CreateFolder() => _folder = new TemporaryFolder();

    [TearDown]
    public void DeleteFolder() => _folder.Delete();

    [Test]
    public async Task Validate_ValidDocuments_ReturnsZero()
    {
        var cart = _folder.Write("cart.xml", SampleCarts.Books.ToXmlString());
        var notification = _folder.Write("notification.xml", SampleNotifications.NewOrder().GetOriginalText());

        var result = await ToolProcess.RunAsync("validate", cart, notification);

        Assert.That(result, Is.EqualTo(new ToolResult(ExitCode.Success, $"{cart}: valid\n{notification}: valid\n", string.Empty)));
    }

    [Test]
    public async Task Validate_ElementThatTheSchemaDoesNotHave_NamesItsPlace()
    {
        var file = _folder.Write("charge.xml", "<charge-order xmlns=\"http://checkout.google.com/schema/2\"\n google-order-number=\"1\">\n  <ammount currency=\"USD\">1.00</ammount>\n</charge-order>");

        var result = await ToolProcess.RunAsync("validate", file);

        Assert.That(result.ExitCode, Is.EqualTo(ExitCode.Negative));
        Assert.That(result.Output, Does.StartWith($"{file}:3:4: /charge-order/ammount is not allowed"));
    }

    [Test]
    public async Task Validate_CartThatIsRejected_NamesThePlaceOfTheError()
    {
        var file = _folder.Write("cart.xml", SampleCarts.Books.ToXElement().ToString().Replace("USD\">5.5", "EUR\">5.5", StringComparison.Ordinal));
        var line = (await File.ReadAllLinesAsync(file)).Index().Single(line => line.Item.Contains("EUR", StringComparison.Ordinal));

        var result = await ToolProcess.RunAsync("validate", file);

        Assert.That(result.ExitCode, Is.EqualTo(ExitCode.Negative));
        Assert.That(result.Output, Does.StartWith($"{file}:{line.Index + 1}:{line.Item.IndexOf("unit-price", StringComparison.Ordinal) + 1}: /checkout-shopping-cart/shopping-cart/items/item[2]/unit-price is in EUR"));
    }

    [Test]
    public async Task Validate_InconsistentNotificationInAHistory_NamesThePlaceInTheFile()
    {
        var wrong = SampleNotifications.ChargeAmount() with { TotalChargeAmount = new Money(0.01m, "USD") };
        var history = new Reports.NotificationHistoryResponse { SerialNumber = "1", Notifications = [SampleNotifications.OrderStateChange(), wrong] }.ToXElement().ToString();
        var file = _folder.Write("history.xml", history);

        var result = await ToolProcess.RunAsync("validate", file);

        var line = history.Split('\n').Index().Single(line => line.Item.Contains("<latest-charge-amount", StringComparison.Ordinal)).Index + 1;
        Assert.That(result.ExitCode, Is.EqualTo(ExitCode.Negative));
        Assert.That(result.Output, Does.Contain($"{file}:{line}:").And.Contain("/charge-amount-notification/latest-charge-amount is "));
    }

    [Test]
    public async Task Validate_NotificationInAHistoryThatTheSchemaAllowsAndTheSdkCannotRead_NamesThePlaceInTheFile()
    {
        var history = new Reports.NotificationHistoryResponse { SerialNumber = "1", Notifications = [SampleNotifications.OrderStateChange(), SampleNotifications.ChargeAmount()] }.ToXElement();
        history.Descendants().Last(element => element.Name.LocalName == "charge-amount-notification").SetAttributeValue("serial-number", new string('7', 129));
        var file = _folder.Write("history.xml", history.ToString());

        var result = await ToolProcess.RunAsync("validate", file);

        var line = history.ToString().Split('\n').Index().Single(line => line.Item.Contains("<charge-amount-notification", StringComparison.Ordinal)).Index + 1;
        Assert.That(result.ExitCode, Is.EqualTo(ExitCode.Negative));
        Assert.That(result.Output, Does.Contain($"{file}:{line}:").And.Contain("Notification 2, charge-amount-notification without a readable serial number"));
    }

    [Test]
    public async Task Validate_Warning_IsNoFault()
    {
        var cart = SampleCarts.Books.ToXElement();
        var price = cart.Descendants().First(element => element.Name.LocalName == "flat-rate-shipping");
        price.Add(System.Xml.Linq.XElement.Parse("<shipping-restrictions xmlns='http://checkout.google.com/schema/2'><allowed-areas><postal-area><country-code>XX</country-code></postal-area></allowed-areas></shipping-restrictions>"));
        var file = _folder.Write("cart.xml", cart.ToString());

        var result = await ToolProcess.RunAsync("validate", file);

        Assert.That(result.ExitCode, Is.Zero, result.Output);
        Assert.That(result.Output, Does.Contain(": warning: ").And.EndWith($"{file}: valid\n"));
    }

    [TestCase("not XML", ExitCode.Negative)]
    [TestCase("<unknown/>", ExitCode.Negative)]
    [TestCase(null, ExitCode.InvalidInput)]
    public async Task Validate_NoMessage_SaysSoForThisFileAndReadsTheOthers(string? content, int exitCode)
    {
        var file = content is null ? Path.Combine(_folder.Path, "missing.xml") : _folder.Write("file.xml", content);
        var good = _folder.Write("good.xml", new ArchiveOrderRequest { GoogleOrderNumber = "1" }.ToXmlString());

        var result = await ToolProcess.RunAsync("validate", file, good);

        Assert.That(result.ExitCode, Is.EqualTo(exitCode));
        Assert.That(result.Output, Does.EndWith($"{good}: valid\n"));
        Assert.That(result.Output + result.Error, Does.Contain(file));
    }

    [TestCase("validate -", "(standard input): valid\n")]
    [TestCase("format -", "<charge-order xmlns=\"http://checkout.google.com/schema/2\" google-order-number=\"1\" />\n")]
    public async Task Command_StandardInput_IsRead(string commandLine, string expected)
    {
        var result = await ToolProcess.RunAsync([.. commandLine.Split(' ')], [], new ChargeOrderRequest { GoogleOrderNumber = "1" }.ToXmlString());

        Assert.That(result.ExitCode, Is.Zero, result.Error);
        Assert.That(result.Output, Is.EqualTo(expected));
    }

    [TestCase("validate -", ExitCode.Negative, "(standard input): The XML cannot be read as a Google Checkout message: it is empty.\n")]
    [TestCase("format -", ExitCode.InvalidInput, "(standard input) is not well-formed XML: it has no element.\n--help lists the options.\n")]
    public async Task Command_NothingInStandardInput_SaysSo(string commandLine, int exitCode, string expected)
    {
        var result = await ToolProcess.RunAsync([.. commandLine.Split(' ')], []);

        Assert.That(result.ExitCode, Is.EqualTo(exitCode));
        Assert.That(result.Output + result.Error, Is.EqualTo(expected));
    }

    [Test]
    public async Task Format_StandardInputLongerThanADocument_ReturnsTwo()
    {
        using var error = new StringWriter();
        var console = new ToolConsole(TextReader.Null, TextWriter.Null, error) { OpenInput = () => new MemoryStream(new byte[CheckoutXml.DefaultMaxBytes + 1]) };

        Assert.That(await Tool.RunAsync(["format", "-"], console, CancellationToken.None), Is.EqualTo(ExitCode.InvalidInput));
        Assert.That(error.ToString(), Does.StartWith($"(standard input) is longer than {CheckoutXml.DefaultMaxBytes} bytes"));
    }

    [Test]
    public async Task Validate_WithoutFile_ReturnsTwo()
    {
        var result = await ToolProcess.RunAsync("validate");

        Assert.That(result.ExitCode, Is.EqualTo(ExitCode.InvalidInput));
        Assert.That(result.Error, Does.Contain("--help lists the options."));
    }

    [Test]
    public async Task Validate_Stopped_EndsWithItsOwnExitCode()
    {
        var file = _folder.Write("cart.xml", SampleCarts.Books.ToXmlString());
        using var error = new StringWriter();

        var exitCode = await Tool.RunAsync(["validate", file], new ToolConsole(TextReader.Null, TextWriter.Null, error), new CancellationToken(canceled: true));

        Assert.That(exitCode, Is.EqualTo(ExitCode.Stopped));
        Assert.That(error.ToString(), Does.StartWith("Stopped."));
    }

    [Test]
    public async Task Format_OneLine_IndentsAndKeepsTheMessage()
    {
        var order = SampleNotifications.NewOrder();
        var file = _folder.Write("order.xml", order.ToXElement().ToString(System.Xml.Linq.SaveOptions.DisableFormatting));

        var result = await ToolProcess.RunAsync("format", file);

        Assert.That(result.ExitCode, Is.Zero);
        Assert.That(result.Output, Does.Contain("\n  <shopping-cart>\n"));
        Assert.That(CheckoutXml.Parse<NewOrderNotification>(result.Output).ToXmlString(), Is.EqualTo(order.ToXmlString()));
    }

    [Test]
    public async Task Format_Mask_HidesTheBuyer()
    {
        var order = SampleNotifications.NewOrder();
        var file = _folder.Write("order.xml", order.GetOriginalText());

        var result = await ToolProcess.RunAsync("format", "--mask", file);

        Assert.That(result.ExitCode, Is.Zero);
        Assert.That(result.Output, Does.Contain("<buyer-billing-address>***</buyer-billing-address>").And.Contain(order.GoogleOrderNumber).And.Not.Contain(order.BuyerBillingAddress!.Email));
    }

    [TestCase("--mask")]
    [TestCase("--")]
    public async Task Format_NotXml_NamesThePlaceWithoutQuotingIt(string option)
    {
        var file = _folder.Write("order.xml", "<email>jane@example.com</mail>");

        var result = await ToolProcess.RunAsync("format", option, file);

        Assert.That(result.ExitCode, Is.EqualTo(ExitCode.InvalidInput));
        Assert.That(result.Error, Does.StartWith(file).And.Contain("line 1").And.Not.Contain("jane"));
        Assert.That(result.Output, Is.Empty);
    }
}
