using GoogleCheckout.Xml;
using Microsoft.Extensions.Logging;

namespace GoogleCheckout.Http;

/// <summary>Executes every request: writes the document, authorizes, sends, reads the response, and throws the exception if it fails.</summary>
/// <param name="getOptions">Returns the current options; called for each request.</param>
/// <param name="getInvoker">Returns the invoker to send with; called for each attempt.</param>
/// <param name="pipeline">The kind of pipeline between the invoker and the network. All but <see cref="Pipeline.Given"/> end in our <see cref="SingleSendHandler"/>.</param>
/// <param name="logger">The logger.</param>
internal sealed class RequestExecutor(Func<CheckoutOptions> getOptions, Func<HttpMessageInvoker> getInvoker, Pipeline pipeline, ILogger logger)
{
    private readonly Endpoints _endpoints = new();
    private readonly RequestHeaders _headers = new();

    /// <summary>Gets the current options.</summary>
    public CheckoutOptions Options => getOptions();

    /// <summary>Sends a message and returns the result from the response.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="request">The message to send.</param>
    /// <param name="accept">Selects the result from the response; returns null if the response is not the expected message.</param>
    /// <param name="findMismatch">Returns the error if the result is the response to another request, for example "it is about another order"; otherwise, null.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The result.</returns>
    public Task<T> SendAsync<T>(Operation operation, CheckoutMessage request, Func<CheckoutMessage, T?> accept, Func<T, string?> findMismatch, CancellationToken cancellationToken)
        where T : class =>
        RunAsync(operation, request, (call, response) => ReadMessageAsync(call, response, [], accept, findMismatch), cancellationToken);

    /// <summary>Sends a message and returns the response as CSV, to be read while it arrives.</summary>
    public Task<CsvResponse> SendForCsvAsync(Operation operation, CheckoutMessage request, CancellationToken cancellationToken) =>
        RunAsync(operation, request, ReadCsvAsync, cancellationToken);

    // A message that cannot be written is a usage error, which the call itself throws.
    private Task<T> RunAsync<T>(Operation operation, CheckoutMessage request, Func<Call, HttpResponseMessage, Task<T>> read, CancellationToken cancellationToken) =>
        RunAsync(operation, CheckoutXml.ToBytes(request), read, cancellationToken);

    private Task<T> RunAsync<T>(Operation operation, byte[] document, Func<Call, HttpResponseMessage, Task<T>> read, CancellationToken cancellationToken) =>
        operation.IsCommand ? RunCommandAsync(operation, document, read, cancellationToken) : RunQueryAsync(operation, document, read, cancellationToken);

    // A command is one attempt, in one method: a second one that waits too would cost more than writing the command.
    private async Task<T> RunCommandAsync<T>(Operation operation, byte[] document, Func<Call, HttpResponseMessage, Task<T>> read, CancellationToken cancellationToken)
    {
        using var call = StartCall(operation, document, cancellationToken);
        using var trace = new CallTrace(call, logger);
        var token = new SendOnceToken(call, isDirect: pipeline == Pipeline.Own);
        SetCurrentToken(token);
        using var request = CreateRequest(call, token);
        HttpResponseMessage? response = null;
        try
        {
            MessageTrace.Sent(call, logger);
            response = await SendAsync(request, call.Deadline.Token).ConfigureAwait(false);
            var result = await read(call, response).ConfigureAwait(false);
            trace.Succeeded();
            return result;
        }
        catch (Exception e)
        {
            response?.Dispose();
            var translated = Translate(call, token, e, hasResponse: response is not null);
            trace.Failed(translated ?? e);
            if (translated is not null)
            {
                throw translated;
            }

            throw;
        }
    }

    private async Task<T> RunQueryAsync<T>(Operation operation, byte[] document, Func<Call, HttpResponseMessage, Task<T>> read, CancellationToken cancellationToken)
    {
        using var call = StartCall(operation, document, cancellationToken);
        using var trace = new CallTrace(call, logger);
        try
        {
            var result = await QueryRetry.RunAsync(call, logger, () => QueryAsync(call, read)).ConfigureAwait(false);
            trace.Succeeded();
            return result;
        }
        catch (Exception e)
        {
            trace.Failed(e);
            throw;
        }
    }

    private async Task<T> QueryAsync<T>(Call call, Func<Call, HttpResponseMessage, Task<T>> read)
    {
        SetCurrentToken(null);
        if (getOptions() is var current && current != call.Options)
        {
            call.Renew(current, _endpoints.Get(call.Operation, current));
        }

        using var request = CreateRequest(call, null);
        HttpResponseMessage? response = null;
        try
        {
            MessageTrace.Sent(call, logger);
            response = await SendAsync(request, call.Deadline.Token).ConfigureAwait(false);
            return await read(call, response).ConfigureAwait(false);
        }
        catch (Exception e)
        {
            response?.Dispose();
            if (Translate(call, null, e, hasResponse: response is not null) is { } translated)
            {
                throw translated;
            }

            throw;
        }
    }

    private Call StartCall(Operation operation, byte[] document, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var options = getOptions();
        return new Call(operation, options, _endpoints.Get(operation, options), document, cancellationToken);
    }

    // Without other handlers, the token on the content cannot be lost, so the flow needs none. If a handler sends a request
    // while it sends a command, the token of the command must not apply to that request.
    private void SetCurrentToken(SendOnceToken? token)
    {
        if (pipeline != Pipeline.Own || SendOnceToken.Current is not null)
        {
            SendOnceToken.Current = token;
        }
    }

    // An invoker that is not an HttpClient does not buffer the body.
    private Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => getInvoker() is var invoker && invoker is HttpClient client
        ? client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken)
        : invoker.SendAsync(request, cancellationToken);

    private HttpRequestMessage CreateRequest(Call call, SendOnceToken? token)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, call.Endpoint)
        {
            Content = token is null ? new ByteArrayContent(call.Document) : new CommandContent(call.Document, token, sendsOnce: pipeline != Pipeline.Registered),
        };
        RequestHeaders.Add(request.Content.Headers);
        _headers.Add(request.Headers, call.Options, hidesCredentials: pipeline == Pipeline.Registered);
        return request;
    }

    /// <summary>Returns the exception to throw instead of the caught one; null to throw the caught one.</summary>
    private Exception? Translate(Call call, SendOnceToken? token, Exception caught, bool hasResponse)
    {
        if (caught is CheckoutException)
        {
            return null;
        }

        if (call.CallerToken.IsCancellationRequested)
        {
            return RequestErrors.Canceled(call, caught);
        }

        // Another handler may have sent the command before.
        if (token?.IsAtOwnHandler != false && CheckoutHttpHandler.RequiredCertificate(caught))
        {
            return RequestErrors.CertificateRequired(call, caught);
        }

        var wasSent = hasResponse || !IsNeverSent(token, caught);
        return caught is OperationCanceledException || call.Deadline.HasPassed ? RequestErrors.TimedOut(call, wasSent, caught)
            : !wasSent ? RequestErrors.NeverSent(call, caught)
            : caught is HttpRequestException or IOException ? RequestErrors.NoResponse(call, caught)
            : RequestErrors.Interrupted(call, caught);
    }

    private bool IsNeverSent(SendOnceToken? token, Exception caught) => token is null
        ? CheckoutHttpHandler.IsNeverSent(caught)
        : !token.IsContentStarted && (token.IsAtOwnHandler || (pipeline != Pipeline.Given && !token.IsAdmitted) || CheckoutHttpHandler.IsNeverSent(caught));

    private async Task<T> ReadMessageAsync<T>(Call call, HttpResponseMessage response, byte[] beginning, Func<CheckoutMessage, T?> accept, Func<T, string?> findMismatch)
        where T : class
    {
        using (response)
        {
            var raw = await RawResponse.ReadAsync(response, call, beginning).ConfigureAwait(false);
            return Read(call, raw, accept, findMismatch);
        }
    }

    private async Task<CsvResponse> ReadCsvAsync(Call call, HttpResponseMessage response)
    {
        var csv = RawResponse.IsSuccessful(response.StatusCode) ? await CsvResponse.OpenAsync(call, response).ConfigureAwait(false) : null;
        return csv is { IsCsv: true }
            ? csv
            : await ReadMessageAsync<CsvResponse>(call, response, csv?.Beginning ?? [], _ => null, _ => null).ConfigureAwait(false);
    }

    private T Read<T>(Call call, RawResponse response, Func<CheckoutMessage, T?> accept, Func<T, string?> findMismatch)
        where T : class
    {
        MessageTrace.Received(call, response, logger);
        var (message, parseError) = Parse(response);
        if (message is ErrorResponse error)
        {
            throw RequestErrors.Refused(call, response, error);
        }

        if (!response.IsSuccess)
        {
            throw RequestErrors.Failed(call, response);
        }

        if (message is null)
        {
            throw RequestErrors.Unreadable(call, response.Defect ?? GetDefect(response, parseError!), parseError, response.Cause);
        }

        var result = accept(message) ?? throw RequestErrors.Unexpected(call, message);
        return findMismatch(result) is { } mismatch ? throw RequestErrors.Unreadable(call, mismatch) : result;
    }

    private static (CheckoutMessage? Message, CheckoutXmlException? Error) Parse(RawResponse response)
    {
        if (response.Defect is not null)
        {
            return (null, null);
        }

        try
        {
            // The body is limited while it is read.
            return (CheckoutXml.ParseOwned(response.Body, int.MaxValue), null);
        }
        catch (CheckoutXmlException e)
        {
            // One damaged notification must not hide the others of its page, and all pages after it.
            return DamagedPage.TryRead(response.Body) is { } page ? (page, null) : (null, e);
        }
    }

    private static string GetDefect(RawResponse response, CheckoutXmlException error) =>
        response.Body.Length == 0 ? "it is empty" : error.Message.TrimEnd('.');
}
