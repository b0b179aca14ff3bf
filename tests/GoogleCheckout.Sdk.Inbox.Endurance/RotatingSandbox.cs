using System.Globalization;
using System.Net;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;
using GoogleCheckout.Carts;
using GoogleCheckout.Sandbox;

namespace GoogleCheckout.Endurance;

/// <summary>The sandbox, which is stopped now and then, and started again with its orders, but another merchant key, client certificate and authority.</summary>
internal sealed class RotatingSandbox : IAsyncDisposable
{
    /// <summary>The buyer whose orders are not pushed.</summary>
    public const long UnpushedBuyer = 2;

    private const string MerchantId = "123456789012345";

    private static readonly TimeSpan Review = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Capture = TimeSpan.FromSeconds(5);

    // A cart is ordered before the sandbox stops, or after it was started again.
    private readonly SemaphoreSlim _turn = new(1, 1);

    private readonly HostSettings _settings;
    private readonly X509Certificate2 _hostCertificate;
    private readonly string _folder;
    private readonly Action<CheckoutRedirect> _onCart;
    private CheckoutSandbox? _sandbox;
    private IPEndPoint _endpoint = new(IPAddress.Loopback, 0);
    private Uri? _baseAddress;
    private Uri? _callbackUrl;

    private RotatingSandbox(HostSettings settings, X509Certificate2 hostCertificate, string folder, Action<CheckoutRedirect> onCart)
    {
        _settings = settings;
        _hostCertificate = hostCertificate;
        _folder = folder;
        _onCart = onCart;
    }

    /// <summary>How many times it was started again.</summary>
    public int Rotations { get; private set; }

    /// <summary>The orders that were placed.</summary>
    public int Orders { get; private set; }

    private string ClientCertificatePath => Path.Combine(_folder, "client.pfx");

    private string AuthorityPath => Path.Combine(_folder, "authority.pem");

    /// <summary>Starts it, and writes the host's configuration.</summary>
    /// <param name="settings">The settings of the host.</param>
    /// <param name="hostCertificate">The server certificate of the host.</param>
    /// <param name="folder">The folder for files.</param>
    /// <param name="onCart">Called with each cart that the host has posted.</param>
    public static async Task<RotatingSandbox> StartAsync(HostSettings settings, X509Certificate2 hostCertificate, string folder, Action<CheckoutRedirect> onCart)
    {
        var sandbox = new RotatingSandbox(settings, hostCertificate, folder, onCart);
        await sandbox.StartAsync();
        sandbox.Configure();
        return sandbox;
    }

    /// <summary>Places orders in the past, one a minute, that are only polled.</summary>
    public async Task PlaceEarlierOrdersAsync()
    {
        using var client = _sandbox!.CreateClient();
        for (var time = TimeSpan.Zero; time < _settings.Ahead; time += TimeSpan.FromMinutes(1))
        {
            await PlaceAsync(await client.CheckoutAsync(Storefront.Cart), isPushed: false);
            await _sandbox.AdvanceAsync(TimeSpan.FromMinutes(1));
        }

        _sandbox.RequestAnswered += OnRequestAnswered;
    }

    /// <summary>Has it push notifications to the host.</summary>
    public void PushTo(Uri callbackUrl) => _callbackUrl = _sandbox!.CallbackUrl = callbackUrl;

    /// <summary>Places an order as a buyer.</summary>
    public async Task PlaceAsync(CheckoutRedirect redirect, bool isPushed)
    {
        await _turn.WaitAsync();
        try
        {
            _sandbox!.CallbackUrl = isPushed ? _callbackUrl : null;
            await _sandbox.PlaceOrderAsync(redirect, buyer => buyer.BuyerId = isPushed ? buyer.BuyerId : UnpushedBuyer);
            _sandbox.CallbackUrl = _callbackUrl;
            Orders++;
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Stops it, and starts it again with another key and other certificates when the host has read the key.</summary>
    /// <param name="waitUntilReadAsync">Completes when the host has read the configuration with a number.</param>
    public async Task RotateAsync(Func<int, Task> waitUntilReadAsync)
    {
        await _turn.WaitAsync();
        try
        {
            await _sandbox!.DisposeAsync();
            Rotations++;
            Configure();
            await waitUntilReadAsync(Rotations);
            await StartAsync();
            _sandbox.RequestAnswered += OnRequestAnswered;
        }
        finally
        {
            _turn.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await (_sandbox?.DisposeAsync() ?? ValueTask.CompletedTask);
        _turn.Dispose();
    }

    private static string GetKey(int rotation) => string.Create(CultureInfo.InvariantCulture, $"key-{rotation}");

    private async Task StartAsync()
    {
        _sandbox = await CheckoutSandbox.StartAsync(new CheckoutSandboxOptions
        {
            MerchantId = MerchantId,
            MerchantKey = GetKey(Rotations),
            Endpoint = _endpoint,
            DataPath = Path.Combine(_folder, "sandbox.journal"),
            TimeProvider = new FasterTimeProvider(_settings.Started, _settings.Speed),
            ReviewDelay = Review,
            CaptureDelay = Capture,
            CallbackUrl = _callbackUrl,
            CallbackTrustedCertificate = _hostCertificate,
        });
        _baseAddress = _sandbox.BaseAddress;
        _endpoint = new IPEndPoint(IPAddress.Loopback, _baseAddress.Port);
        Replace(ClientCertificatePath, _sandbox.ClientCertificate.Export(X509ContentType.Pkcs12));
        Replace(AuthorityPath, Encoding.ASCII.GetBytes(_sandbox.CertificateAuthority.ExportCertificatePem()));
    }

    private void Configure() => Replace(_settings.ConfigurationPath, JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, object>
    {
        [ShopHost.Generation] = Rotations,
        ["GoogleCheckout"] = new
        {
            MerchantId,
            MerchantKey = GetKey(Rotations),
            AdditionalMerchantKeys = Rotations == 0 ? Array.Empty<string>() : [GetKey(Rotations - 1)],
            Environment = _baseAddress,
            TrustedCertificate = AuthorityPath,
            ClientCertificate = new { Path = ClientCertificatePath },
        },
    }));

    private void OnRequestAnswered(object? sender, SandboxRequestEventArgs e)
    {
        if (e.Request.Response is CheckoutRedirect redirect)
        {
            _onCart(redirect);
        }
    }

    // The host never reads a half of a file.
    private static void Replace(string path, byte[] content)
    {
        var next = path + ".next";
        File.WriteAllBytes(next, content);
        File.Move(next, path, overwrite: true);
    }
}
