using System.Collections.Concurrent;
using System.Security.Cryptography.X509Certificates;
using GoogleCheckout.Sandbox.Calculations;
using GoogleCheckout.Sandbox.Callbacks;
using GoogleCheckout.Sandbox.Infrastructure;
using GoogleCheckout.Sandbox.Merchants;
using GoogleCheckout.Sandbox.Pricing;
using GoogleCheckout.Sandbox.Service;
using Microsoft.AspNetCore.Http;

namespace GoogleCheckout.Sandbox.Accounts;

/// <summary>The account of one merchant: credentials, carts and orders, deliveries, faults and logs.</summary>
internal sealed class MerchantAccount : IAsyncDisposable
{
    /// <summary>The error of a request with the client certificate of another merchant.</summary>
    public const string ForeignCertificate = "The client certificate was issued to another merchant of the sandbox.";

    private readonly MerchantConnection _connection;
    private readonly CallbackTester _tester;
    private readonly ConcurrentDictionary<string, bool> _certificates = new();

    /// <param name="options">The settings of the merchant.</param>
    /// <param name="sandbox">The settings that all merchants share.</param>
    /// <param name="id">The merchant's id.</param>
    /// <param name="key">The merchant's key.</param>
    /// <param name="ids">Generates the numbers. All accounts share it.</param>
    /// <param name="clock">The clock that all accounts share.</param>
    public MerchantAccount(SandboxMerchantOptions options, CheckoutSandboxOptions sandbox, string id, string key, SandboxIds ids, SandboxClock clock)
    {
        Id = id;
        Key = key;
        Credentials = new BasicCredentials(Id, Key);
        Requests = new SandboxLog<SandboxRequest>(sandbox.MaxLogBytes, MemorySize.OfRequest);
        Deliveries = new SandboxLog<SandboxDelivery>(sandbox.MaxLogBytes, MemorySize.OfDelivery);
        Calculations = new SandboxLog<SandboxCalculation>(sandbox.MaxLogBytes, MemorySize.OfCalculation);
        _connection = new MerchantConnection($"{Id}:{Key}", options.CallbackTrustedCertificate);
        _tester = new CallbackTester(Id, Key, options.CallbackTrustedCertificate, sandbox.CallbackTimeout);
        var settings = MerchantSettings.From(options, sandbox.Rules);
        Queue = new DeliveryQueue(clock, new CallbackSender(clock, _connection, sandbox.CallbackTimeout), Faults.Notifications, Deliveries, settings);
        Pricer = new OrderPricer(new CalculationCaller(clock, _connection, sandbox.CalculationTimeout, Calculations), ids, settings.Policy, sandbox.EnableCarrierRates);
        Service = new CheckoutService(clock, ids, settings, Queue, sandbox.MaxCartBytes);
    }

    public string Id { get; }

    public string Key { get; }

    /// <summary>The id and the key that requests and sign-ins must have.</summary>
    public BasicCredentials Credentials { get; }

    /// <summary>The current settings.</summary>
    public MerchantSettings Settings => Service.Settings;

    /// <summary>The carts and orders.</summary>
    public CheckoutService Service { get; }

    /// <summary>Calculates the price of a purchase, and asks the merchant if the cart says so.</summary>
    public OrderPricer Pricer { get; }

    /// <summary>The notifications to deliver.</summary>
    public DeliveryQueue Queue { get; }

    /// <summary>The faults to inject into requests and deliveries.</summary>
    public SandboxFaults Faults { get; } = new();

    public SandboxLog<SandboxRequest> Requests { get; }

    public SandboxLog<SandboxDelivery> Deliveries { get; }

    public SandboxLog<SandboxCalculation> Calculations { get; }

    /// <inheritdoc cref="CheckoutService.ChangeSettings"/>
    public void ChangeSettings(Func<MerchantSettings, MerchantSettings> change) => Service.ChangeSettings(change, settings => Queue.Settings = settings);

    /// <summary>Tests the callback URL of settings that the account may get, with the latest notification or a sample.</summary>
    /// <exception cref="OperationCanceledException">The test was canceled.</exception>
    public Task<CallbackTest> TestCallbackAsync(MerchantSettings settings, CancellationToken cancellationToken) =>
        _tester.RunAsync(Service.FindLatestNotification(), settings, cancellationToken);

    /// <summary>Adds a client certificate that was issued to the merchant.</summary>
    public void AddCertificate(X509Certificate2 certificate) => _certificates[certificate.Thumbprint] = true;

    /// <summary>Returns whether the request has no client certificate, or one that was issued to the merchant.</summary>
    public bool AcceptsCertificate(HttpRequest request) =>
        request.HttpContext.Connection.ClientCertificate is not { } certificate || _certificates.ContainsKey(certificate.Thumbprint);

    /// <summary>Prepares a new account for a replay: it delivers nothing until its queue is resumed.</summary>
    public void BeginReplay() => Queue.Pause();

    /// <summary>Applies an input of a journal.</summary>
    /// <inheritdoc cref="CheckoutService.Replay"/>
    public ReplayedInput Replay(DateTimeOffset at, ServiceInput input, IReadOnlyList<string> numbers)
    {
        var result = Service.Replay(at, input, numbers);
        switch (input)
        {
            case ServiceInput.SettingsChanged changed:
                Queue.Settings = changed.Settings;
                break;
            case ServiceInput.DeliveryAttempted attempted:
                Queue.Replay(attempted);
                break;
        }

        return result;
    }

    /// <summary>Ends the replay, and begins to write to the journal.</summary>
    /// <exception cref="IOException">The journal cannot be written.</exception>
    public void Open(IServiceJournal journal)
    {
        Service.Open(journal);
        Deliveries.Added += delivery => Record(new ServiceInput.DeliveryAttempted(
            delivery.Notification.GoogleOrderNumber, delivery.SerialNumber, delivery.Attempt, delivery.StatusCode, delivery.Error, delivery.MoreTimes, delivery.EndsWaiting));
    }

    /// <summary>Stops the events that are due, then the deliveries.</summary>
    public async ValueTask DisposeAsync()
    {
        // In reverse order, each even if another throws.
        using var service = Service;
        using var connection = _connection;
        await Queue.DisposeAsync().ConfigureAwait(false);
    }

    private void Record(ServiceInput.DeliveryAttempted attempted)
    {
        try
        {
            Service.Run(attempted, () => { });
        }
        catch (IOException)
        {
            // The journal cannot be written. Each request that follows fails with the reason.
        }
    }
}
