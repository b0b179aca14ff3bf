using System.Net;
using System.Net.Sockets;
using GoogleCheckout.Calculations;
using GoogleCheckout.Client;
using GoogleCheckout.Notifications;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;

namespace GoogleCheckout.Callbacks;

/// <summary>
/// The endpoint throws what its documentation names and nothing else, and its status is 200 only if the message was handled: whatever
/// the host, the handler, the client or a calculation throws, and whether the request is canceled meanwhile.
/// </summary>
public class CallbackContractTests
{
    private const string Calculation =
        "<merchant-calculation-callback xmlns='http://checkout.google.com/schema/2' serial-number='c-1'><shopping-cart><items/></shopping-cart><buyer-language>en_US</buyer-language><calculate><addresses/><tax>true</tax></calculate></merchant-calculation-callback>";

    private static readonly Exception[] Exceptions =
    [
        new IOException("Bad chunk size data."),
        new EndOfStreamException(),
        new FileNotFoundException("an IOException of another kind"),
        new InvalidDataException("no gzip"),
        new InvalidOperationException("no Brotli"),
        new ObjectDisposedException("body"),
        new NotSupportedException(),
        new UnauthorizedAccessException(),
        new HttpListenerException(64),
        new SocketException((int)SocketError.ConnectionReset),
        new HttpRequestException("of a handler"),
        new TimeoutException(),
        new TaskCanceledException(),
        new OperationCanceledException(),
        new ArithmeticException(),
        new FormatException(),
        new AggregateException(new InvalidOperationException()),
        new CheckoutException("of a client") { OutcomeUnknown = true },
        new CheckoutXmlException("of a client"),
        new CheckoutApiException("of a client"),
    ];

    private static readonly (string Name, int[] Statuses, Func<CallbackRun, Task<CallbackResponse>> Run)[] Places =
    [
        ("body", [400, 503], run => run.ReadAsync()),
        ("handler", [500], run => run.HandleAsync()),
        ("fetch", [503], run => run.FetchAsync()),
        ("calculation", [500], run => run.CalculateAsync()),
    ];

    [Test]
    public async Task Request_AnythingThrows_IsNotAcknowledgedAndThrowsWhatIsNamed(
        [ValueSource(nameof(Exceptions))] Exception thrown,
        [ValueSource(nameof(Places))] (string Name, int[] Statuses, Func<CallbackRun, Task<CallbackResponse>> Run) place,
        [Values] bool isCanceled)
    {
        using var canceled = new CancellationTokenSource();
        var run = new CallbackRun(thrown, isCanceled ? canceled : null, canceled.Token);
        try
        {
            var response = await place.Run(run);

            Assert.That(place.Statuses, Does.Contain(response.StatusCode));
            Assert.That(response.Body.IsEmpty);
        }
        catch (OperationCanceledException)
        {
            Assert.That(isCanceled, "only if the request was canceled");
        }
        catch (IOException e)
        {
            Assert.That((place.Name, e), Is.EqualTo(("body", thrown)));
        }
    }

    /// <summary>A request in which one part throws, after it has canceled the request if the test asks for it.</summary>
    public sealed class CallbackRun(Exception thrown, CancellationTokenSource? canceled, CancellationToken token)
    {
        internal async Task<CallbackResponse> ReadAsync()
        {
            using var site = new CallbackSite();
            using var body = new SilentStream(Throw);
            return await site.SendAsync(CallbackSite.Request(body), token);
        }

        internal async Task<CallbackResponse> HandleAsync()
        {
            using var site = new CallbackSite((_, _, _) => ThrowAsync<object>());
            return await site.PushAsync(SampleResponses.Charge("s-1"), cancellationToken: token);
        }

        internal async Task<CallbackResponse> FetchAsync()
        {
            using var client = new StubClient((_, _) => ThrowAsync<Notification>());
            using var site = new CallbackSite(register: services => services.AddSingleton<CheckoutClient>(client));
            return await site.PostFormAsync("serial-number=s-1", cancellationToken: token);
        }

        internal async Task<CallbackResponse> CalculateAsync()
        {
            using var site = new CallbackSite(register: services => services.AddSingleton<IMerchantCalculationHandler>(new ThrowingCalculator(this)));
            return await site.PushAsync(Calculation, cancellationToken: token);
        }

        private void Throw()
        {
            canceled?.Cancel();
            throw thrown;
        }

        private async Task<T> ThrowAsync<T>()
        {
            await Task.Yield();
            Throw();
            return default!;
        }

        private sealed class ThrowingCalculator(CallbackRun run) : IMerchantCalculationHandler
        {
            public Task<MerchantCalculationResults> CalculateAsync(MerchantCalculationCallback callback, CancellationToken cancellationToken) => run.ThrowAsync<MerchantCalculationResults>();
        }
    }
}
