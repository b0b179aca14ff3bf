using GoogleCheckout.Xml;
using Microsoft.Extensions.Logging;

namespace GoogleCheckout.Http;

/// <summary>The one path of every request: write, authorise, send, read, raise.</summary>
/// <param name="optionsSnapshotCache">The options in force, asked for at each request.</param>
/// <param name="network">What to send with, asked for at each sending.</param>
/// <param name="pipeline">What lies between it and the network. All but a given one end in our <see cref="SingleSendHandler"/>.</param>
/// <param name="logger">Where the log goes.</param>
internal sealed class RequestExecutor(Func<CheckoutOptions> optionsSnapshotCache, Func<HttpMessageInvoker> network, Pipeline pipeline, ILogger logger)
{
    private readonly Endpoints _endpoints = new();

    /// <summary>The options in force now.</summary>
    public CheckoutOptions Options => optionsSnapshotCache();

    /// <summary>Sends a document, and gives the message that comes back.</summary>
    /// <param name="operation">What is asked.</param>
    /// <param name="request">The message to send.</param>
    /// <param name="accept">Takes what it needs from the answer; null if the answer is another message than it can be.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public Task<T> AskAsync<T>(Operation operation, CheckoutMessage request, Func<CheckoutMessage, T?> accept, CancellationToken cancellationToken)
        where T : class =>
        RunAsync(operation, request, (call, response) => ReadMessageAsync(call, response, [], accept), cancellationToken);

    /// <summary>Sends a document, and gives the table that comes back, to be read as it comes.</summary>
    public Task<CsvResponse> AskForTableAsync(Operation operation, CheckoutMessage request, CancellationToken cancellationToken) =>
        RunAsync(operation, request, ReadTableAsync, cancellationToken);

    // What cannot be written is an error of the caller's, which is thrown at the call.
    private Task<T> RunAsync<T>(Operation operation, CheckoutMessage request, Func<Call, HttpResponseMessage, Task<T>> read, CancellationToken cancellationToken) =>
        RunAsync(operation, CheckoutXml.ToBytes(request), read, cancellationToken);

    private async Task<T> RunAsync<T>(Operation operation, byte[] document, Func<Call, HttpResponseMessage, Task<T>> read, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var options = optionsSnapshotCache();
        using var call = new Call(operation, options, _endpoints.Of(operation, options), document, cancellationToken);
        using var trace = new CallTrace(call, logger);
        try
        {
            var answer = await QueryRetry.RunAsync(call, logger, () => AttemptAsync(call, read)).ConfigureAwait(false);
            trace.Succeeded();
            return answer;
        }
        catch (Exception e)
        {
            trace.Failed(e);
            throw;
        }
    }

    private async Task<T> AttemptAsync<T>(Call call, Func<Call, HttpResponseMessage, Task<T>> read)
    {
        var ticket = call.Operation.IsCommand ? new SendOnceToken(call, isAlone: pipeline == Pipeline.Own) : null;
        SetInFlow(ticket);
        using var request = Request(call, ticket);
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
            if (Translate(call, ticket, e, isAnswered: response is not null) is { } translated)
            {
                throw translated;
            }

            throw;
        }
    }

    // Without other handlers nothing can lose the ticket on the content. But a request made by a handler while it sends a
    // command is no part of that command.
    private void SetInFlow(SendOnceToken? ticket)
    {
        if (pipeline != Pipeline.Own || SendOnceToken.Current is not null)
        {
            SendOnceToken.Current = ticket;
        }
    }

    // An invoker that is no HttpClient reads no body by itself.
    private Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => network() is var invoker && invoker is HttpClient client
        ? client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken)
        : invoker.SendAsync(request, cancellationToken);

    private HttpRequestMessage Request(Call call, SendOnceToken? ticket)
    {
        HttpContent content = new ByteArrayContent(call.Document);
        var request = new HttpRequestMessage(HttpMethod.Post, call.Endpoint)
        {
            Content = ticket is null ? content : new CommandContent(content, ticket, isOnceOnly: pipeline != Pipeline.Registered),
        };
        RequestHeaders.Add(request.Content.Headers);
        RequestHeaders.Add(request.Headers, call.Options);
        return request;
    }

    /// <summary>The exception to throw for the one caught; null to let that one go on.</summary>
    private Exception? Translate(Call call, SendOnceToken? ticket, Exception caught, bool isAnswered)
    {
        if (caught is CheckoutException)
        {
            return null;
        }

        if (call.CancelledByCaller.IsCancellationRequested)
        {
            return RequestErrors.Cancelled(call, caught);
        }

        var wasSent = isAnswered || !IsNeverSent(ticket, caught);
        return caught is OperationCanceledException || call.Deadline.HasPassed ? RequestErrors.TimedOut(call, wasSent, caught)
            : !wasSent ? RequestErrors.NeverSent(call, caught)
            : caught is HttpRequestException or IOException ? RequestErrors.NoAnswer(call, caught)
            : RequestErrors.Interrupted(call, caught);
    }

    private bool IsNeverSent(SendOnceToken? ticket, Exception caught) => ticket is null
        ? CheckoutHttpHandler.SaysNeverSent(caught)
        : !ticket.IsContentStarted && (ticket.IsAtOwnHandler || (pipeline != Pipeline.Given && !ticket.IsAdmitted) || CheckoutHttpHandler.SaysNeverSent(caught));

    private async Task<T> ReadMessageAsync<T>(Call call, HttpResponseMessage response, byte[] beginning, Func<CheckoutMessage, T?> accept)
        where T : class
    {
        using (response)
        {
            var answer = await RawResponse.ReadAsync(response, call, beginning).ConfigureAwait(false);
            return Read(call, answer, accept);
        }
    }

    private async Task<CsvResponse> ReadTableAsync(Call call, HttpResponseMessage response)
    {
        var table = RawResponse.IsSuccessful(response.StatusCode) ? await CsvResponse.OpenAsync(call, response).ConfigureAwait(false) : null;
        return table is { IsTable: true }
            ? table
            : await ReadMessageAsync<CsvResponse>(call, response, table?.Beginning ?? [], _ => null).ConfigureAwait(false);
    }

    private T Read<T>(Call call, RawResponse answer, Func<CheckoutMessage, T?> accept)
        where T : class
    {
        MessageTrace.Received(call, answer, logger);
        var (message, fault) = Parse(answer);
        if (message is ErrorResponse error)
        {
            throw RequestErrors.Refused(call, answer, error);
        }

        if (!answer.IsSuccess)
        {
            throw RequestErrors.Failed(call, answer);
        }

        if (message is null)
        {
            throw RequestErrors.Unreadable(call, answer.Defect ?? GetError(answer, fault!), fault, answer.Cause);
        }

        return accept(message) ?? throw RequestErrors.Unexpected(call, message);
    }

    private static (CheckoutMessage? Message, CheckoutXmlException? Fault) Parse(RawResponse answer)
    {
        if (answer.Defect is not null)
        {
            return (null, null);
        }

        try
        {
            return (DocumentParser.Parse(answer.Body), null);
        }
        catch (CheckoutXmlException e)
        {
            return (null, e);
        }
    }

    private static string GetError(RawResponse answer, CheckoutXmlException fault) =>
        answer.Body.Length == 0 ? "it is empty" : fault.Message.TrimEnd('.');
}
