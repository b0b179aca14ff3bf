using GoogleCheckout.Carts;
using GoogleCheckout.Notifications;
using GoogleCheckout.Orders;
using GoogleCheckout.Reports;
using GoogleCheckout.Sandbox.Api;
using Microsoft.Extensions.Time.Testing;
using NUnit.Framework;

namespace GoogleCheckout.Sandbox.Conventions;

/// <summary>Everything the sandbox sends is valid by the official schema.</summary>
public class SandboxSchemaTests
{
    private static IEnumerable<TestCaseData> Accounts() =>
    [
        Account("as it comes", new CheckoutSandboxOptions()),
        Account("told of fees, charges by itself, buyers may take their time", new CheckoutSandboxOptions { Fees = new SandboxFees { Chargeback = 15 }, AutoCharge = true, Rules = new SandboxRules { CardReplacementDeadline = TimeSpan.FromDays(3) } }),
        Account("a step between chargeable and charged", new CheckoutSandboxOptions { CaptureDelay = TimeSpan.FromSeconds(1), Rules = new SandboxRules { AfterPartialCharge = FinancialOrderState.Charged, ChargingStartsProcessing = true } }),
    ];

    [TestCaseSource(nameof(Accounts))]
    public async Task Responses_OfEveryKind_AreValidBySchema(CheckoutSandboxOptions options)
    {
        SharedFolder.Require();
        var clock = new FakeTimeProvider(TestTime.Start);
        options.TimeProvider = clock;
        await using var sandbox = await CheckoutSandbox.StartAsync(options);
        using var client = new RawClient(sandbox);

        foreach (var card in TestCard.All)
        {
            await LiveAsync(sandbox, client, card);
        }

        foreach (var notification in sandbox.Requests.Select(request => request.Response).OfType<NotificationHistoryResponse>().SelectMany(history => history.Notifications).ToList())
        {
            await client.PostAsync("reports", new NotificationHistoryRequest { SerialNumber = notification.SerialNumber });
        }

        var (_, begin) = await client.PostAsync("reports", new NotificationDataTokenRequest { StartTime = clock.GetUtcNow() });
        await client.PostAsync("reports", new NotificationDataRequest { ContinueToken = ((NotificationDataTokenResponse)begin).ContinueToken });

        var answers = sandbox.Requests.Select(request => request.Response).OfType<CheckoutMessage>().ToList();
        Assert.That(
            answers.Select(answer => answer.GetType()).Distinct(),
            Is.SupersetOf(new[]
            {
                typeof(Bye), typeof(ErrorResponse), typeof(DiagnoseResponse), typeof(RequestReceivedResponse), typeof(CheckoutRedirect),
                typeof(NotificationHistoryResponse), typeof(OrderSummaryResponse), typeof(NotificationDataTokenResponse), typeof(NotificationDataResponse),
                typeof(NewOrderNotification), typeof(OrderStateChangeNotification), typeof(RiskInformationNotification),
                typeof(AuthorizationAmountNotification), typeof(ChargeAmountNotification), typeof(RefundAmountNotification),
                typeof(ChargebackAmountNotification),
            }));
        foreach (var answer in answers)
        {
            Assert.That(OfficialSchema.GetErrors(answer.ToXElement()), Is.Empty, answer.ToString());
        }
    }

    private static TestCaseData Account(string name, CheckoutSandboxOptions options) => new TestCaseData(options).SetName($"Responses_OfEveryKind_AreValidBySchema: {name}");

    private static async Task LiveAsync(CheckoutSandbox sandbox, RawClient client, TestCard card)
    {
        await client.PostAsync("request", new Hello());
        await client.SendAsync(HttpMethod.Post, $"merchantCheckout/Merchant/{sandbox.MerchantId}/diagnose", SampleCarts.Books.ToXmlString());
        var (_, redirect) = await client.PostAsync("merchantCheckout", SampleCarts.Books);
        var order = (await sandbox.PlaceOrderAsync((CheckoutRedirect)redirect, buyer => buyer.Card = card)).GoogleOrderNumber;
        await sandbox.AdvanceAsync(TimeSpan.FromMinutes(1));
        OrderCommand[] commands =
        [
            new AddMerchantOrderNumberRequest { GoogleOrderNumber = order, MerchantOrderNumber = "4711" },
            new AuthorizeOrderRequest { GoogleOrderNumber = order },
            new ChargeOrderRequest { GoogleOrderNumber = order, Amount = new Money(20m, "USD") },
            new ChargeAndShipOrderRequest { GoogleOrderNumber = order },
            new RefundOrderRequest { GoogleOrderNumber = order, Reason = "Late", Amount = new Money(20m, "USD") },
            new CancelOrderRequest { GoogleOrderNumber = order, Reason = "Late" },
            new ArchiveOrderRequest { GoogleOrderNumber = order },
        ];
        foreach (var command in commands)
        {
            await client.PostAsync("request", command);
            await sandbox.AdvanceAsync(TimeSpan.FromSeconds(1));
        }

        if (card == TestCard.Accepted)
        {
            await sandbox.ChargebackAsync(order, new Money(1m, "USD"));
        }

        await sandbox.AdvanceAsync(TimeSpan.FromDays(8));
        await client.PostAsync("reports", new OrderSummaryRequest { OrderNumbers = [order] });
        await client.PostAsync("reports", new NotificationHistoryRequest { OrderNumbers = [order, "1"] });
    }
}
