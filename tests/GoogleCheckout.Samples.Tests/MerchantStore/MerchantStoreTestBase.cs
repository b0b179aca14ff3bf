using System.Net;
using System.Net.Http.Headers;
using System.Text;
using GoogleCheckout.Carts;
using GoogleCheckout.Notifications;
using GoogleCheckout.Orders;
using GoogleCheckout.Reports;
using GoogleCheckout.Sandbox;
using MerchantStore.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using NUnit.Framework;

namespace GoogleCheckout.Samples.MerchantStore;

/// <summary>A store and a sandbox for each test; the store is a merchant of the sandbox.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
[Parallelizable(ParallelScope.All)]
public abstract class MerchantStoreTestBase(StoreEngine engine = StoreEngine.Sqlite) : IAsyncDisposable
{
    private protected const string OwnerPassword = "correct horse battery";

    // The sandbox repeats what is not answered in time when its clock says so, which no test waits for. A busy machine must not be taken for a failed store.
    private static readonly TimeSpan ResponseLimit = TimeSpan.FromMinutes(1);

    private string _connectionString = string.Empty;

    /// <summary>Whether the store is a separate process, which a restart kills. Only tests of just that need it: a process takes seconds.</summary>
    private protected virtual bool IsSeparateProcess => false;

    private protected DirectoryInfo Folder { get; private set; } = null!;

    private protected CheckoutSandbox Sandbox { get; private set; } = null!;

    private protected CheckoutClient Client { get; private set; } = null!;

    private protected RunningStore Store { get; private set; } = null!;

    private protected StoreVisitor Browser { get; private set; } = null!;

    [SetUp]
    public async Task StartAsync()
    {
        Folder = Directory.CreateTempSubdirectory();
        _connectionString = await StoreDatabases.CreateAsync(engine, Folder);
        Sandbox = await CheckoutSandbox.StartAsync(new CheckoutSandboxOptions { RequireClientCertificate = false, CallbackTimeout = ResponseLimit, CalculationTimeout = ResponseLimit });
        Client = Sandbox.CreateClient();
        await StartStoreAsync();
    }

    public async ValueTask DisposeAsync()
    {
        Browser?.Dispose();
        await (Store?.DisposeAsync() ?? ValueTask.CompletedTask);
        Client?.Dispose();
        await (Sandbox?.DisposeAsync() ?? ValueTask.CompletedTask);
        Folder.Delete(recursive: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Ends the store and starts it on the same database, with these settings.</summary>
    private protected async Task RestartAsync(params (string Name, string Value)[] settings)
    {
        await Store.DisposeAsync();
        Browser.Dispose();
        await StartStoreAsync(settings);
    }

    /// <summary>A teapot and two packets of tea for 57.00 USD with shipping, ordered and reviewed; the order's page is open.</summary>
    private protected async Task<NewOrderNotification> BuyAsync(TestCard? card = null)
    {
        var placed = await Sandbox.PlaceOrderAsync(await CheckOutAsync(), buyer => buyer.Card = card ?? buyer.Card);
        await Sandbox.AdvanceAsync(TimeSpan.FromMinutes(1));
        await Eventually.Async(() => Task.FromResult(Sent<AddMerchantOrderNumberRequest>()), Is.EqualTo(1));
        await SignInAsync();
        await Eventually.Async(
            async () =>
            {
                await OpenAsync(placed);
                return Browser.Text;
            },
            Does.Contain("Set our order number T-1001 accepted"));
        return placed;
    }

    private protected async Task<CheckoutRedirect> CheckOutAsync()
    {
        await AddAsync("Teapot", "Sencha");
        return await CheckOutAsync(("quantities[sencha]", "2"));
    }

    /// <summary>Adds products to the cart, whose page is open then.</summary>
    private protected async Task AddAsync(params string[] products)
    {
        foreach (var product in products)
        {
            await Browser.GoAsync("/");
            await Browser.PressAsync($"Add {product} to the cart");
        }
    }

    /// <summary>Checks out from the open page of the cart.</summary>
    private protected async Task<CheckoutRedirect> CheckOutAsync(params (string Name, string Value)[] filledIn)
    {
        await Browser.PressAsync("Checkout with Google", filledIn);
        Assert.That(Browser.Address.Authority, Is.EqualTo(Sandbox.BaseAddress.Authority), "the buyer is redirected to the service");
        return new CheckoutRedirect { RedirectUrl = Browser.Address.ToString() };
    }

    /// <summary>Opens the orders as the owner, who sets the password the first time.</summary>
    private protected async Task SignInAsync()
    {
        await Browser.GoAsync("/Orders");
        if (Browser.Address.AbsolutePath == "/Setup")
        {
            await SetUpAsync(Browser);
        }
        else
        {
            await Browser.PressAsync("Sign in", ("password", OwnerPassword));
        }
    }

    private protected async Task SetUpAsync(StoreVisitor owner, string password = OwnerPassword)
    {
        await owner.GoAsync("/Setup");
        await owner.PressAsync("Set the password", ("code", await Store.SetupCode), ("password", password), ("repeated", password));
    }

    /// <summary>Charges all that is left, and says so once more.</summary>
    private protected async Task ChargeAllAsync(string amount = "57.00")
    {
        await Browser.PressAsync("Charge");
        await Browser.PressAsync($"Yes, charge {amount} USD");
    }

    private protected Task OpenAsync(NewOrderNotification placed) => Browser.GoAsync($"/Orders/{placed.GoogleOrderNumber}");

    /// <summary>Returns the orders in the store's database, oldest first.</summary>
    private protected async Task<List<Order>> ReadOrdersAsync()
    {
        var database = StoreDatabase.Open(new ConfigurationBuilder().AddInMemoryCollection([new(StoreDatabase.Setting, _connectionString)]).Build());
        await using var source = database.Source;
        var options = new DbContextOptionsBuilder<StoreContext>();
        database.Configure(options);
        await using var store = new StoreContext(options.Options);
        return await store.Orders.AsNoTracking().OrderBy(order => order.PlacedAt).ToListAsync();
    }

    private protected int Sent<TCommand>() => Sandbox.Requests.Count(request => request.Message is TCommand);

    private protected async Task<List<Notification>> HistoryAsync(NewOrderNotification placed)
    {
        var notifications = new List<Notification>();
        await foreach (var notification in Client.GetNotificationHistoryAsync(new NotificationHistoryRequest { OrderNumbers = [placed.GoogleOrderNumber] }))
        {
            notifications.Add(notification);
        }

        return notifications;
    }

    private protected async Task<HttpStatusCode> PushAsync(Notification notification)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Store.Address, "/checkout/callback"))
        {
            Content = new StringContent(notification.ToXmlString(), Encoding.UTF8, "application/xml"),
            Headers = { Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{Sandbox.MerchantId}:{Sandbox.MerchantKey}"))) },
        };
        using var response = await http.SendAsync(request);
        return response.StatusCode;
    }

    private async Task StartStoreAsync(params (string Name, string Value)[] settings)
    {
        settings = [(StoreDatabase.Setting, _connectionString), .. settings];
        Store = IsSeparateProcess ? await ShopProcess.StartAsync(Folder, Sandbox, settings) : await StoreInProcess.StartAsync(Folder, Sandbox, settings);
        Browser = new StoreVisitor(Store.Address);
    }
}
