using System.Text;
using GoogleCheckout.Calculations;
using GoogleCheckout.Client;
using GoogleCheckout.Notifications;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;
using NUnit.Framework;

namespace GoogleCheckout.Callbacks;

/// <summary>Options that change while the endpoint runs: they apply to the next request.</summary>
public class CallbackOptionsTests
{
    private const string Calculation =
        "<merchant-calculation-callback xmlns='http://checkout.google.com/schema/2' serial-number='1'><buyer-language>en_US</buyer-language><shopping-cart><items/></shopping-cart><calculate><tax>false</tax><addresses/></calculate></merchant-calculation-callback>";

    [Test]
    public async Task MaxBodyBytes_Changed_AppliesToTheNextRequest()
    {
        using var changes = new ChangingOptions();
        using var site = Site(changes);
        (await site.PushAsync(SampleResponses.Charge("s-1"))).Acknowledged();

        changes.Set(options => options.MaxBodyBytes = 10);

        (await site.PushAsync(SampleResponses.Charge("s-1"))).AssertRejected(413);
    }

    [Test]
    public async Task RequireHttps_Changed_AppliesToTheNextRequest()
    {
        using var changes = new ChangingOptions();
        using var site = Site(changes);
        changes.Set(options => options.RequireHttps = true);

        Assert.That((await SendAsync(site, isHttps: false)).StatusCode, Is.EqualTo(403));
        changes.Set(_ => { });

        Assert.That((await SendAsync(site, isHttps: false)).StatusCode, Is.EqualTo(200));
    }

    [Test]
    public async Task RejectInconsistentNotifications_Changed_AppliesToTheNextRequest()
    {
        using var changes = new ChangingOptions();
        using var site = Site(changes);
        var inconsistent = SampleResponses.Charge("s-1").Replace("<total-charge-amount currency=\"USD\">12.50", "<total-charge-amount currency=\"EUR\">12.50", StringComparison.Ordinal);
        (await site.PushAsync(inconsistent)).Acknowledged();

        changes.Set(options => options.RejectInconsistentNotifications = true);

        (await site.PushAsync(inconsistent)).AssertRejected(400);
    }

    [Test]
    public async Task CalculationTimeoutFallback_Changed_AppliesToTheNextRequest()
    {
        using var changes = new ChangingOptions();
        CallbackSite? late = null;
        using var site = Site(changes, services => services.AddSingleton<IMerchantCalculationHandler>(new LateCalculator(() => late!.Clock.Advance(TimeSpan.FromSeconds(3)))));
        late = site;
        (await site.PushAsync(Calculation)).AssertRejected(503);

        changes.Set(options => options.CalculationTimeoutFallback = _ => new MerchantCalculationResults { Results = [] });

        Assert.That((await site.PushAsync(Calculation)).StatusCode, Is.EqualTo(200));
    }

    [Test]
    public async Task MaxConcurrentFetches_Raised_LetsWaitingPostsOfTheNewLimitStart()
    {
        using var changes = new ChangingOptions();
        var (running, release) = (0, new TaskCompletionSource());
        using var client = new StubClient(async (serialNumber, _) =>
        {
            Interlocked.Increment(ref running);
            await release.Task;
            return CheckoutXml.Parse<Notification>(SampleResponses.Charge(serialNumber));
        });
        using var site = Site(changes, services => services.AddSingleton<CheckoutClient>(client));
        changes.Set(options => options.MaxConcurrentFetches = 1);
        var posts = new List<Task<CallbackResponse>> { site.PostFormAsync("serial-number=s-1"), site.PostFormAsync("serial-number=s-2") };
        Assert.That(running, Is.EqualTo(1));

        changes.Set(options => options.MaxConcurrentFetches = 2);
        posts.AddRange([site.PostFormAsync("serial-number=s-3"), site.PostFormAsync("serial-number=s-4")]);

        Assert.That(running, Is.EqualTo(3));
        release.SetResult();
        Assert.That((await Task.WhenAll(posts)).Select(response => response.Acknowledged()), Is.EqualTo(new[] { "s-1", "s-2", "s-3", "s-4" }));
    }

    [Test]
    public async Task Options_InvalidChange_IsLoggedAndThePreviousOptionsStay()
    {
        using var changes = new ChangingOptions();
        using var site = Site(changes);
        changes.Set(options => options.RequireHttps = true);
        await SendAsync(site, isHttps: true);

        // The monitor reads the changed options at once and throws, as it does when a configuration file is reloaded.
        Assert.That(() => changes.Set(options => options.BodyTimeout = TimeSpan.Zero), Throws.InstanceOf<Exception>());

        Assert.That((await SendAsync(site, isHttps: true)).StatusCode, Is.EqualTo(200));
        Assert.That((await SendAsync(site, isHttps: false)).StatusCode, Is.EqualTo(403), "the previous options");
        var rejected = site.LogEntries.Where(entry => entry.Id.Id == 217).ToList();
        Assert.That(rejected, Has.Count.EqualTo(1), "once for each change");
        Assert.That(rejected[0].GetText(), Does.Contain("CallbackOptions.BodyTimeout must be more than zero"));
    }

    private static CallbackSite Site(ChangingOptions changes, Action<IServiceCollection>? register = null) => new(register: services =>
    {
        services.AddSingleton<IOptionsChangeTokenSource<CallbackOptions>>(changes);
        services.AddOptions<CallbackOptions>().Configure(changes.Apply);
        register?.Invoke(services);
    });

    private static async Task<CallbackResponse> SendAsync(CallbackSite site, bool isHttps)
    {
        using var body = new MemoryStream(Encoding.UTF8.GetBytes(SampleResponses.Charge("s-1")));
        return await site.SendAsync(CallbackSite.Request(body, isHttps: isHttps));
    }

    private sealed class ChangingOptions : IOptionsChangeTokenSource<CallbackOptions>, IDisposable
    {
        private CancellationTokenSource _change = new();
        private Action<CallbackOptions> _set = _ => { };

        public string Name => Options.DefaultName;

        public void Apply(CallbackOptions options) => _set(options);

        public void Set(Action<CallbackOptions> set)
        {
            _set = set;
            Interlocked.Exchange(ref _change, new CancellationTokenSource()).Cancel();
        }

        public IChangeToken GetChangeToken() => new CancellationChangeToken(_change.Token);

        public void Dispose() => _change.Dispose();
    }

    private sealed class LateCalculator(Action beLate) : IMerchantCalculationHandler
    {
        public async Task<MerchantCalculationResults> CalculateAsync(MerchantCalculationCallback callback, CancellationToken cancellationToken)
        {
            beLate();
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
            return new MerchantCalculationResults { Results = [] };
        }
    }
}
