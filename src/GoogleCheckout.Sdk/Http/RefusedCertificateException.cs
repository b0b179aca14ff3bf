using System.Security.Authentication;

namespace GoogleCheckout.Http;

/// <summary>The service's certificate is refused. The message says why and what to do, as part of a sentence.</summary>
internal sealed class RefusedCertificateException(string message) : AuthenticationException(message);
