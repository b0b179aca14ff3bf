using System.Net;
using System.Xml.Linq;
using GoogleCheckout.Carts;
using GoogleCheckout.Sandbox.Api;
using NUnit.Framework;

namespace GoogleCheckout.Sandbox.Pages;

public sealed class ButtonPictureTests : IAsyncDisposable
{
    private CheckoutSandbox _sandbox = null!;
    private RawClient _client = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        _sandbox = await CheckoutSandbox.StartAsync();
        _client = new RawClient(_sandbox) { Credentials = null };
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _sandbox.DisposeAsync();
    }

    [TestCase(CheckoutButtonKind.Checkout, "Checkout")]
    [TestCase(CheckoutButtonKind.BuyNow, "Buy now")]
    [TestCase(CheckoutButtonKind.Donate, "Donate")]
    public async Task Image_EachButtonOfTheSdk_HasSizeOfButton(CheckoutButtonKind kind, string text)
    {
        foreach (var size in Enum.GetValues<CheckoutButtonSize>())
        {
            var button = new CheckoutButton { Kind = kind, Size = size };

            var picture = await DrawAsync(button.GetImageUrl(_sandbox.CreateOptions()).PathAndQuery);

            Assert.That(picture.Value, Does.Contain(text).And.Contain("(sandbox)"));
            Assert.That((picture.Attribute("width")!.Value, picture.Attribute("height")!.Value), Is.EqualTo(($"{button.Width}", $"{button.Height}")));
        }
    }

    [Test]
    public async Task Image_OtherStyleOrVariant_IsDifferent()
    {
        var options = _sandbox.CreateOptions();
        var white = new CheckoutButton();
        var transparent = new CheckoutButton { Style = CheckoutButtonStyle.Transparent };
        var pictures = new List<string>();
        foreach (var url in new[] { white.GetImageUrl(options), white.GetDisabledImageUrl(options), transparent.GetImageUrl(options), transparent.GetDisabledImageUrl(options) })
        {
            pictures.Add((await DrawAsync(url.PathAndQuery)).ToString());
        }

        Assert.That(pictures, Is.Unique);
        Assert.That(pictures.Select(picture => picture.Contains("width=\"100%\"", StringComparison.Ordinal)), Is.EqualTo(new[] { true, true, false, false }));
    }

    [TestCase("/buttons/checkout.gif", 160, 43)]
    [TestCase("/checkout/buttons/checkout.png?w=200", 200, 43)]
    [TestCase("/buttons/donation.svg?w=1&h=99999", 115, 50)]
    [TestCase("/buttons/buy.gif?w=%3Cscript%3E&h=-5", 117, 48)]
    public async Task Image_MissingOrInvalidSize_HasDefaultSize(string path, int width, int height)
    {
        var picture = await DrawAsync(path);

        Assert.That((picture.Attribute("width")!.Value, picture.Attribute("height")!.Value), Is.EqualTo(($"{width}", $"{height}")));
    }

    [TestCase("/buttons/other.gif")]
    [TestCase("/buttons/checkout.exe")]
    [TestCase("/buttons/checkout")]
    [TestCase("/buttons/")]
    [TestCase("/pictures/checkout.gif")]
    public async Task Image_UnknownPath_Returns404(string path)
    {
        using var response = await _client.SendRawAsync(HttpMethod.Get, path, string.Empty);

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
    }

    private async Task<XElement> DrawAsync(string path)
    {
        using var response = await _client.SendRawAsync(HttpMethod.Get, path, string.Empty);
        Assert.That((response.StatusCode, response.Content.Headers.ContentType!.MediaType), Is.EqualTo((HttpStatusCode.OK, "image/svg+xml")));
        return XElement.Parse(await response.Content.ReadAsStringAsync());
    }
}
