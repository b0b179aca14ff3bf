using GoogleCheckout.Client;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;

namespace GoogleCheckout.Callbacks;

/// <summary>Several merchants in one program, and key changes while it runs.</summary>
public class SeveralMerchantsTests
{
    private static readonly string Teas = CallbackSite.Credentials("1", "key of teas");
    private static readonly string Pots = CallbackSite.Credentials("2", "key of pots");

    [Test]
    public async Task Push_ToTheEndpointOfAll_IsRoutedByCredentials()
    {
        using var site = Site(null);

        await site.PushAsync(SampleResponses.Charge("1"), Teas);
        await site.PushAsync(SampleResponses.Charge("2"), Pots);

        Assert.That(site.Handled.Select(each => each.Merchant), Is.EqualTo(new[] { "teas", "pots" }));
        (await site.PushAsync(SampleResponses.Charge("3"))).AssertRejected(401);
    }

    [Test]
    public async Task Push_ToTheEndpointOfOne_AcceptsOnlyTheCredentialsOfThatMerchant()
    {
        using var site = Site("teas");

        Assert.That((await site.PushAsync(SampleResponses.Charge("1"), Teas)).StatusCode, Is.EqualTo(200));
        (await site.PushAsync(SampleResponses.Charge("2"), Pots)).AssertRejected(401);
    }

    [Test]
    public async Task SerialNumberPost_ToTheEndpointOfOne_IsFetchedByTheClientOfThatMerchant()
    {
        using var site = Site("pots");

        Assert.That((await site.PostFormAsync("serial-number=1")).Acknowledged(), Is.EqualTo("1"));
        Assert.That(site.Handled.Select(each => (each.Merchant, each.Notification.GoogleOrderNumber)), Is.EqualTo(new[] { ("pots", "order of pots") }));
    }

    [Test]
    public async Task SerialNumberPost_ToTheEndpointOfAll_Is400WithoutCredentials()
    {
        using var site = Site(null);

        (await site.PostFormAsync("serial-number=1")).AssertRejected(400);
        Assert.That(site.LogEntries.Single().GetText(), Does.Contain("Map an endpoint for each merchant"));

        Assert.That((await site.PostFormAsync("_type=x&serial-number=1", Teas)).Acknowledged(), Is.EqualTo("1"));
        Assert.That(site.Handled.Single().Notification.GoogleOrderNumber, Is.EqualTo("order of teas"));
    }

    [Test]
    public async Task Key_ChangedInTheConfiguration_IsUsedFromTheNextPost()
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?> { ["GoogleCheckout:MerchantId"] = "1", ["GoogleCheckout:MerchantKey"] = "old", ["GoogleCheckout:Environment"] = "Sandbox" })
            .Build();
        using var site = new CallbackSite(register: services => services.AddGoogleCheckout(configuration));
        Assert.That(await StatusesAsync(site), Is.EqualTo((200, 401)));

        Set(("MerchantKey", "new"), ("AdditionalMerchantKeys", "old"));
        Assert.That(await StatusesAsync(site), Is.EqualTo((200, 200)), "while the service may use either");

        Set(("AdditionalMerchantKeys", string.Empty));
        Assert.That(await StatusesAsync(site), Is.EqualTo((401, 200)));

        Assert.That(() => Set(("MerchantKey", string.Empty)), Throws.Exception, "the caller of Reload gets the error");
        Assert.That(await StatusesAsync(site), Is.EqualTo((401, 200)), "an invalid change has no effect");

        void Set(params (string Key, string Value)[] changes)
        {
            foreach (var (key, value) in changes)
            {
                configuration[$"GoogleCheckout:{key}"] = value;
            }

            configuration.Reload();
        }
    }

    private static async Task<(int Old, int New)> StatusesAsync(CallbackSite site) =>
        ((await site.PushAsync(SampleResponses.Charge("1"), CallbackSite.Credentials("1", "old"))).StatusCode, (await site.PushAsync(SampleResponses.Charge("2"), CallbackSite.Credentials("1", "new"))).StatusCode);

    private static CallbackSite Site(string? merchant) => new(merchant: merchant, register: services =>
    {
        Add(services, "teas", "1");
        Add(services, "pots", "2");
    });

    private static void Add(IServiceCollection services, string name, string id) => services
        .AddGoogleCheckout(name, options =>
        {
            TestMerchant.Configure(options);
            (options.MerchantId, options.MerchantKey) = (id, $"key of {name}");
        })
        .ConfigurePrimaryHttpMessageHandler(() => new StubHandler(_ => SampleResponses.Xml(SampleResponses.Charge("1").Replace(TestMerchant.OrderNumber, $"order of {name}", StringComparison.Ordinal))));
}
