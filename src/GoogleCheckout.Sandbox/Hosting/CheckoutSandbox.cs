using System.Net;
using System.Security.Cryptography.X509Certificates;
using GoogleCheckout.Sandbox.Accounts;
using GoogleCheckout.Sandbox.Api;
using GoogleCheckout.Sandbox.Control;
using GoogleCheckout.Sandbox.Hosting;
using GoogleCheckout.Sandbox.Infrastructure;
using GoogleCheckout.Sandbox.Journal;
using GoogleCheckout.Sandbox.Pages;
using GoogleCheckout.Sandbox.Pages.MerchantCenter;

namespace GoogleCheckout.Sandbox;

/// <summary>
/// The service, emulated in this process: an HTTPS server on loopback with one or more merchants, a certificate authority and a clock. Dispose
/// the object to stop the server. Thread-safe.
/// </summary>
/// <remarks>
/// <para>
/// Members that concern one merchant, such as <see cref="MerchantId"/>, <see cref="Requests"/> and <see cref="PlaceOrderAsync"/>, are those of the
/// first merchant: the same members of <c>Merchants[0]</c>.
/// </para>
/// <para>
/// Asynchronous methods throw an <see cref="ArgumentException"/> at the call if an argument is invalid in itself, for example null. All
/// other exceptions are in the returned task, also those that depend on the sandbox: an unknown order number, or an order in another state.
/// </para>
/// </remarks>
public sealed partial class CheckoutSandbox : IAsyncDisposable
{
    private const string ApiPath = "/checkout/api/checkout/v2/";

    private readonly MerchantAccounts _accounts;
    private readonly SandboxCertificates _certificates;
    private readonly SandboxServer _server;
    private readonly PagesServer? _pages;
    private readonly JournalSession? _journal;
    private int _disposed;

    private CheckoutSandbox(MerchantAccounts accounts, SandboxCertificates certificates, SandboxServer server, PagesServer? pages, JournalSession? journal)
    {
        _accounts = accounts;
        _certificates = certificates;
        _server = server;
        _pages = pages;
        _journal = journal;
        Merchants = [.. accounts.Select(account => new SandboxMerchant(this, certificates, account))];
        ConnectEvents();
    }

    /// <summary>
    /// The base address for <see cref="CheckoutEnvironment.ForBaseAddress"/>, for example
    /// <c>https://127.0.0.1:51234/checkout/api/checkout/v2/</c>. The paths also work without the first <c>/checkout</c>, as in production.
    /// </summary>
    /// <exception cref="ObjectDisposedException">The sandbox is disposed.</exception>
    public Uri BaseAddress => new(_server.Address, ApiPath);

    /// <summary>The base address for plain HTTP; null without an <see cref="CheckoutSandboxOptions.HttpEndpoint"/>.</summary>
    /// <exception cref="ObjectDisposedException">The sandbox is disposed.</exception>
    public Uri? HttpBaseAddress => _server.PlainAddress is { } plain ? new Uri(plain, ApiPath) : null;

    /// <summary>
    /// The address of the pages for people, which lead from a cart to an order; null without a <see cref="CheckoutSandboxOptions.PagesEndpoint"/>.
    /// </summary>
    /// <exception cref="ObjectDisposedException">The sandbox is disposed.</exception>
    public Uri? PagesAddress => _pages?.Address;

    /// <summary>The merchants: the one of the options, then those of <see cref="CheckoutSandboxOptions.Merchants"/>.</summary>
    public IReadOnlyList<SandboxMerchant> Merchants { get; }

    /// <summary>The certificate authority that issued the server's certificate, created for this sandbox only. Clients must trust it.</summary>
    public X509Certificate2 CertificateAuthority => _certificates.Authority;

    /// <summary>
    /// The sandbox's clock, for a site that is to have the same time: register it as the site's <see cref="TimeProvider"/>. <see cref="AdvanceAsync"/> moves
    /// its time ahead; its timers follow <see cref="CheckoutSandboxOptions.TimeProvider"/>.
    /// </summary>
    public TimeProvider Clock { get; private init; } = TimeProvider.System;

    /// <summary>The state that the sandbox had at its start; null without a <see cref="CheckoutSandboxOptions.DataPath"/>.</summary>
    public SandboxRestoration? Restoration { get; private init; }

    /// <summary>Starts a sandbox.</summary>
    /// <param name="options">The options; null for the defaults. They are read once, at the start.</param>
    /// <param name="cancellationToken">Cancels the start.</param>
    /// <returns>The sandbox. Dispose it to stop the server.</returns>
    /// <exception cref="ArgumentException">An option is invalid; the message names it.</exception>
    /// <exception cref="InvalidDataException">
    /// The file of <see cref="CheckoutSandboxOptions.DataPath"/> is not the journal of a sandbox, a line of it is damaged, or it has a merchant that the
    /// options do not have. The message contains the line.
    /// </exception>
    /// <exception cref="IOException">The port is in use, or the file of <see cref="CheckoutSandboxOptions.DataPath"/> cannot be opened: another sandbox has it open.</exception>
    /// <exception cref="OperationCanceledException">The start was canceled.</exception>
    public static Task<CheckoutSandbox> StartAsync(CheckoutSandboxOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new CheckoutSandboxOptions();
        options.Check();
        return StartCheckedAsync(options, cancellationToken);
    }

    /// <summary>
    /// Moves the sandbox's clock ahead. Events of all merchants that become due happen, for each merchant in order, each at its time. Then
    /// the method waits for deliveries, as <see cref="DeliverAsync"/> does.
    /// </summary>
    /// <param name="time">The time by which the clock moves; not negative.</param>
    /// <param name="cancellationToken">Cancels the call before the clock moves, or the wait for deliveries.</param>
    /// <returns>A task that completes when everything due has been delivered or has failed once.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="time"/> is negative, or the clock would pass the year 9899; the clock does not move.</exception>
    /// <exception cref="ObjectDisposedException">The sandbox is disposed.</exception>
    /// <exception cref="OperationCanceledException">The call was canceled; the clock may have moved.</exception>
    public Task AdvanceAsync(TimeSpan time, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(time, TimeSpan.Zero);
        return AdvanceAndDeliverAsync(time, cancellationToken);
    }

    /// <summary>
    /// Waits until every notification of any merchant that is due has been delivered or has failed once, also those that are added in the meantime.
    /// Notifications are delivered without this call too. A failed delivery is repeated five seconds later by the sandbox's clock, then
    /// after ten seconds, and so on up to one hour, until the merchant acknowledges the notification.
    /// </summary>
    /// <param name="cancellationToken">Cancels the wait.</param>
    /// <returns>A task that completes when everything due has been delivered or has failed once.</returns>
    /// <exception cref="ObjectDisposedException">The sandbox is disposed.</exception>
    /// <exception cref="OperationCanceledException">The wait was canceled; the deliveries continue.</exception>
    public Task DeliverAsync(CancellationToken cancellationToken = default) => _accounts.DeliverAsync(cancellationToken);

    /// <summary>Stops the server. Running requests have one second to complete; running deliveries are canceled.</summary>
    /// <returns>A task that completes when the server has stopped.</returns>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) != 0)
        {
            return;
        }

        // In reverse order, each even if another throws.
        using var journal = _journal;
        using var certificates = _certificates;
        await using var server = _server.ConfigureAwait(false);
        await using var accounts = _accounts.ConfigureAwait(false);
        if (_pages is not null)
        {
            await _pages.DisposeAsync().ConfigureAwait(false);
        }
    }

    /// <summary>The accounts of all merchants.</summary>
    internal MerchantAccounts Accounts => _accounts;

    private static async Task<CheckoutSandbox> StartCheckedAsync(CheckoutSandboxOptions options, CancellationToken cancellationToken)
    {
        var clock = new SandboxClock(options.TimeProvider);
        var journal = options.DataPath is { } path ? JournalSession.Open(path, options.TimeProvider) : null;
        MerchantAccounts? accounts = null;
        SandboxCertificates? certificates = null;
        PagesServer? pages = null;
        try
        {
            accounts = CreateAccounts(options, journal, clock);
            var restoration = journal?.Restore(accounts, clock);
            certificates = new SandboxCertificates(options.PagesEndpoint?.Address);
            pages = options.PagesEndpoint is { } endpoint ? await StartPagesAsync(endpoint, options.UseHttpsForPages ? certificates : null, accounts, cancellationToken).ConfigureAwait(false) : null;
            var buyerPage = new BuyerPageUrl(pages?.Address);
            var validator = new RequestValidator(options.Rules.UnknownElements);
            List<MerchantHandlers> handlers = [.. accounts.Select(account => new MerchantHandlers(
                account, new ApiHandler(account, validator, buyerPage), new FormHandler(account, validator, buyerPage), options.EnableControlApi ? new ControlHandler(account) : null))];
            var router = new RequestRouter(handlers);
            var server = await SandboxServer.StartAsync(options, certificates, router.HandleAsync, cancellationToken).ConfigureAwait(false);
            var sandbox = new CheckoutSandbox(accounts, certificates, server, pages, journal) { Restoration = restoration, Clock = new SandboxTimeProvider(clock, options.TimeProvider) };
            foreach (var (handler, merchant) in handlers.Zip(sandbox.Merchants))
            {
                handler.Control?.Open(new ControlActions(merchant, handler.Account.Credentials));
            }

            accounts.ResumeDeliveries();
            return sandbox;
        }
        catch
        {
            if (pages is not null)
            {
                await pages.DisposeAsync().ConfigureAwait(false);
            }

            certificates?.Dispose();
            if (accounts is not null)
            {
                await accounts.DisposeAsync().ConfigureAwait(false);
            }

            journal?.Dispose();
            throw;
        }
    }

    private static Task<PagesServer> StartPagesAsync(IPEndPoint endpoint, SandboxCertificates? certificates, MerchantAccounts accounts, CancellationToken cancellationToken) =>
        PagesServer.StartAsync(endpoint, certificates, accounts.First.Id, [.. BuyerRoutes.Create(accounts), .. new MerchantRoutes(accounts).ToPageRoutes()], cancellationToken);

    private static MerchantAccounts CreateAccounts(CheckoutSandboxOptions options, JournalSession? journal, SandboxClock clock)
    {
        var ids = journal?.CreateIds(options.Seed) ?? new SandboxIds(options.Seed);
        List<MerchantAccount> accounts = [];
        foreach (var merchant in options.Merchants.Prepend(options))
        {
            var (id, key) = journal?.Identify(merchant.MerchantId, merchant.MerchantKey, [.. accounts.Select(account => account.Id)], ids)
                ?? (merchant.MerchantId ?? ids.Number(), merchant.MerchantKey ?? ids.Token());
            accounts.Add(new MerchantAccount(merchant, options, id, key, ids, clock));
        }

        return new MerchantAccounts(clock, accounts);
    }

    private async Task AdvanceAndDeliverAsync(TimeSpan time, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        _accounts.Advance(time);
        await _accounts.DeliverAsync(cancellationToken).ConfigureAwait(false);
    }
}
