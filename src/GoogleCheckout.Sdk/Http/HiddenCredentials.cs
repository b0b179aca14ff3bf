using System.Net.Http.Headers;

namespace GoogleCheckout.Http;

/// <summary>
/// Keeps the credentials out of the pipeline of a registered client. The loggers of <c>IHttpClientFactory</c> hide the values of headers in
/// their texts, but pass them to structured logs. A request therefore has a placeholder until <see cref="SingleSendHandler"/>, below all
/// other handlers, sends it.
/// </summary>
/// <remarks>The execution context has the credentials, because a retry handler may copy a request.</remarks>
internal static class HiddenCredentials
{
    private const string Parameter = "added-when-sent";

    private static readonly AsyncLocal<AuthenticationHeaderValue?> Hidden = new();

    /// <summary>Sets the credentials of the requests that the current execution context sends, and returns the header to send for them.</summary>
    public static AuthenticationHeaderValue Hide(AuthenticationHeaderValue credentials)
    {
        Hidden.Value = credentials;
        return new AuthenticationHeaderValue(credentials.Scheme, Parameter);
    }

    /// <summary>Returns whether the headers have the placeholder.</summary>
    public static bool AreIn(HttpRequestHeaders headers) => Hidden.Value is not null && headers.Authorization is { Parameter: Parameter };

    /// <summary>Writes the credentials into the headers until the returned object is disposed; does nothing if they have no placeholder.</summary>
    public static Scope Reveal(HttpRequestHeaders headers) =>
        AreIn(headers) ? new Scope(headers, headers.Authorization!, Hidden.Value!) : default;

    /// <summary>The time in which a request has the credentials. Afterwards it may be logged or sent again.</summary>
    internal readonly struct Scope : IDisposable
    {
        private readonly HttpRequestHeaders? _headers;
        private readonly AuthenticationHeaderValue? _placeholder;

        public Scope(HttpRequestHeaders headers, AuthenticationHeaderValue placeholder, AuthenticationHeaderValue credentials)
        {
            (_headers, _placeholder) = (headers, placeholder);
            headers.Authorization = credentials;
        }

        public void Dispose()
        {
            if (_headers is not null)
            {
                _headers.Authorization = _placeholder;
            }
        }
    }
}
