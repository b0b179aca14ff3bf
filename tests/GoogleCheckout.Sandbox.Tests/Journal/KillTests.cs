using System.Security.Cryptography.X509Certificates;
using GoogleCheckout.Sandbox.Callbacks;
using GoogleCheckout.Sandbox.Control;
using NUnit.Framework;

namespace GoogleCheckout.Sandbox.Journal;

/// <summary>A sandbox in a process of its own that is killed while clients use it over TLS: what was answered is there after the restart.</summary>
public sealed class KillTests
{
    private const int Kills = 20;
    private const int Clients = 4;
    private const string MerchantId = "1234567890";
    private const string MerchantKey = "secret-key";

    [Test]
    [Platform(Exclude = "Win", Reason = "The signal that cannot be handled is of Unix.")]
    public async Task Kill_AtRandomMoments_LosesNothingThatWasAnswered()
    {
        var folder = Directory.CreateTempSubdirectory("journal-");
        try
        {
            await using var merchant = await MerchantServer.StartAsync();
            using var answered = new AnsweredCalls();
            var random = new Random(4711);
            var paths = new Paths(folder.FullName);
            await File.WriteAllTextAsync(paths.MerchantRoot, merchant.Authority.ExportCertificatePem());
            for (var kill = 0; kill < Kills; kill++)
            {
                await using var process = await StartAsync(paths, merchant);
                using var options = new ClientSettings(process, paths);
                await answered.CheckAsync(options, $"after {kill} kills");

                using var stop = new CancellationTokenSource();
                var clients = Enumerable.Range(0, Clients).Select(_ => Task.Run(() => answered.CallUntilKilledAsync(options, stop.Token))).ToList();
                await answered.WaitForMoreAsync(random.Next(1, 40));
                process.Kill();
                await stop.CancelAsync();
                await Task.WhenAll(clients);
            }

            await using var last = await StartAsync(paths, merchant);
            using var lastOptions = new ClientSettings(last, paths);
            await answered.CheckAsync(lastOptions, "at the end");
            Assert.That(answered.Count, Is.GreaterThan(Kills));

            // A merchant never hears of an order that the sandbox forgot.
            using var control = lastOptions.CreateControl();
            var orders = (await control.GetAsync("orders")).Response.EnumerateArray().Select(order => order.GetProperty("googleOrderNumber").GetString()).ToHashSet();
            Assert.That(merchant.Posts.Select(post => post.SerialNumber[..15]).Distinct(), Is.SubsetOf(orders));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static Task<SandboxProcess> StartAsync(Paths paths, MerchantServer merchant) => SandboxProcess.StartAsync(
        "--quiet", "--urls", "https://127.0.0.1:0", "--http", "http://127.0.0.1:0", "--merchant-id", MerchantId, "--merchant-key", MerchantKey, "--data", paths.Journal,
        "--export-certificates", paths.Certificates, "--callback-url", merchant.CallbackUrl.ToString(), "--callback-trust", paths.MerchantRoot);

    private sealed record Paths(string Folder)
    {
        public string Journal => Path.Combine(Folder, "sandbox.journal");

        public string Certificates => Path.Combine(Folder, "certificates");

        public string MerchantRoot => Path.Combine(Folder, "merchant.pem");
    }

    /// <summary>The settings of clients of one process.</summary>
    private sealed class ClientSettings(SandboxProcess process, Paths paths) : IDisposable
    {
        private readonly X509Certificate2 _client = X509CertificateLoader.LoadPkcs12FromFile(Path.Combine(paths.Certificates, "client.pfx"), null);
        private readonly X509Certificate2 _authority = X509CertificateLoader.LoadCertificateFromFile(Path.Combine(paths.Certificates, "authority.pem"));

        public CheckoutClient CreateClient() => new(new CheckoutOptions
        {
            MerchantId = MerchantId,
            MerchantKey = MerchantKey,
            Environment = CheckoutEnvironment.ForBaseAddress(new Uri(process.Told("address"))),
            ClientCertificate = _client,
            TrustedCertificate = _authority,
        });

        public ControlClient CreateControl() => new(new Uri(process.Told("control")), $"{MerchantId}:{MerchantKey}");

        public void Dispose()
        {
            _client.Dispose();
            _authority.Dispose();
        }
    }

    /// <summary>The calls that were answered, with what must be true ever after.</summary>
    private sealed class AnsweredCalls : IDisposable
    {
        private readonly Lock _gate = new();
        private readonly List<string> _redirects = [];
        private readonly Dictionary<string, decimal> _charged = [];
        private readonly HashSet<string> _archived = [];
        private readonly SemaphoreSlim _more = new(0);
        private string? _pollingToken;

        public int Count { get; private set; }

        public async Task WaitForMoreAsync(int calls)
        {
            for (var i = 0; i < calls; i++)
            {
                Assert.That(await _more.WaitAsync(TimeSpan.FromSeconds(60)), "The sandbox answers.");
            }
        }

        public async Task CallUntilKilledAsync(ClientSettings settings, CancellationToken stop)
        {
            using var client = settings.CreateClient();
            using var control = settings.CreateControl();
            try
            {
                while (!stop.IsCancellationRequested)
                {
                    await LiveAsync(client, control, stop);
                }
            }
            catch (Exception e) when (e is CheckoutException or HttpRequestException or OperationCanceledException or IOException)
            {
                // The process was killed.
            }
        }

        public async Task CheckAsync(ClientSettings settings, string when)
        {
            using var client = settings.CreateClient();
            using var control = settings.CreateControl();
            var orders = (await control.GetAsync("orders")).Response.EnumerateArray().ToDictionary(order => order.GetProperty("googleOrderNumber").GetString()!);
            Assert.That(orders.Keys, Is.SupersetOf(_charged.Keys), when);
            foreach (var (number, charged) in _charged)
            {
                // A charge whose response was lost may have happened.
                Assert.That(orders[number].GetProperty("totalChargeAmount").GetDecimal(), Is.EqualTo(charged).Or.EqualTo(charged == 0m ? 10m : charged), $"{when}: {number}");
            }

            Assert.That(_archived.Where(number => !orders[number].GetProperty("archived").GetBoolean()), Is.Empty, when);
            foreach (var redirect in _redirects)
            {
                var (status, response) = await control.PostAsync("orders", $$"""{"redirectUrl":"{{redirect}}"}""");

                // A buyer whose response was lost may have ordered.
                Assert.That(status, Is.EqualTo(System.Net.HttpStatusCode.OK).Or.EqualTo(System.Net.HttpStatusCode.Conflict), $"{when}: {response}");
            }

            _redirects.Clear();
            _pollingToken ??= await client.GetContinueTokenAsync(DateTimeOffset.UtcNow.AddHours(-1));
            Assert.That(await client.PollNotificationsAsync(_pollingToken).GetAsyncEnumerator().MoveNextAsync(), $"{when}: the token of polling");
        }

        public void Dispose() => _more.Dispose();

        private async Task LiveAsync(CheckoutClient client, ControlClient control, CancellationToken stop)
        {
            var redirect = await client.CheckoutAsync(SampleCarts.Books, cancellationToken: stop);
            Answered(() => _redirects.Add(redirect.RedirectUrl));
            var (status, placed) = await control.PostAsync("orders", $$"""{"redirectUrl":"{{redirect.RedirectUrl}}"}""");
            Assert.That(status, Is.EqualTo(System.Net.HttpStatusCode.OK));
            var order = placed.GetProperty("googleOrderNumber").GetString()!;
            Answered(() =>
            {
                _redirects.Remove(redirect.RedirectUrl);
                _charged.Add(order, 0m);
            });
            await control.PostAsync("clock", """{"advance":"00:01:00"}""");
            await client.ChargeOrderAsync(order, new Money(10m, "USD"), stop);
            Answered(() => _charged[order] = 10m);
            await client.ArchiveOrderAsync(order, stop);
            Answered(() => _archived.Add(order));
        }

        private void Answered(Action remember)
        {
            lock (_gate)
            {
                remember();
                Count++;
            }

            _more.Release();
        }
    }
}
