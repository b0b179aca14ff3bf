using GoogleCheckout.Xml;
using Microsoft.Extensions.Logging;

namespace GoogleCheckout.Http;

/// <summary>The one path of every request: write, authorise, send, read, raise.</summary>
/// <param name="currentOptions">The options in force, asked for at each request.</param>
/// <param name="httpClient">The client to send with, asked for at each sending.</param>
/// <param name="isGuarded">Whether that client is known to end in our <see cref="OnceOnlyHandler"/>.</param>
/// <param name="logger">Where the log goes.</param>
internal sealed class Exchange(Func<CheckoutOptions> currentOptions, Func<HttpClient> httpClient, bool isGuarded, ILogger logger)
{
    /// <summary>Sends a document, and gives the message that comes back.</summary>
    /// <param name="operation">What is asked.</param>
    /// <param name="request">The message to send.</param>
    /// <param name="accept">Takes what it needs from the answer; null if the answer is another message than it can be.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public Task<T> AskAsync<T>(Operation operation, CheckoutMessage request, Func<CheckoutMessage, T?> accept, CancellationToken cancellationToken)
        where T : class =>
        RunAsync(operation, request, (call, response) => ReadMessageAsync(call, response, [], accept), cancellationToken);

    /// <summary>Sends a document, and gives the table that comes back, to be read as it comes.</summary>
    public Task<TableAnswer> AskForTableAsync(Operation operation, CheckoutMessage request, CancellationToken cancellationToken) =>
        RunAsync(operation, request, ReadTableAsync, cancellationToken);

    private async Task<T> RunAsync<T>(Operation operation, CheckoutMessage request, Func<Call, HttpResponseMessage, Task<T>> read, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var document = CheckoutXml.ToBytes(request);
        using var call = new Call(operation, currentOptions(), document, cancellationToken);
        using var trace = new CallTrace(call, logger);
        try
        {
            var answer = await ReadRetry.RunAsync(call, logger, () => AttemptAsync(call, read)).ConfigureAwait(false);
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
        // A read made by a handler while it sends a command is no part of that command: the flow's ticket is always set.
        var ticket = CommandTicket.Current = call.Operation.IsCommand ? new CommandTicket(call.Where) : null;
        using var request = Request(call, ticket);
        HttpResponseMessage? response = null;
        try
        {
            MessageTrace.Sent(call, logger);
            response = await httpClient().SendAsync(request, HttpCompletionOption.ResponseHeadersRead, call.Deadline.Token).ConfigureAwait(false);
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

    private HttpRequestMessage Request(Call call, CommandTicket? ticket)
    {
        HttpContent content = new ByteArrayContent(call.Document);
        content.Headers.ContentType = RequestHeaders.ContentType();
        var request = new HttpRequestMessage(HttpMethod.Post, call.Endpoint)
        {
            Content = ticket is null ? content : new CommandContent(content, ticket, isOnceOnly: !isGuarded),
        };
        RequestHeaders.Add(request.Headers, call.Options);
        return request;
    }

    /// <summary>The exception to throw for the one caught; null to let that one go on.</summary>
    private Exception? Translate(Call call, CommandTicket? ticket, Exception caught, bool isAnswered)
    {
        if (caught is CheckoutException)
        {
            return null;
        }

        if (call.CancelledByCaller.IsCancellationRequested)
        {
            return ExchangeFault.Cancelled(call, caught);
        }

        var wasSent = isAnswered || !IsNeverSent(ticket, caught);
        return caught is OperationCanceledException || call.Deadline.HasPassed ? ExchangeFault.TimedOut(call, wasSent, caught)
            : !wasSent ? ExchangeFault.NeverSent(call, caught)
            : caught is HttpRequestException or IOException ? ExchangeFault.NoAnswer(call, caught)
            : ExchangeFault.Interrupted(call, caught);
    }

    private bool IsNeverSent(CommandTicket? ticket, Exception caught) => ticket is null
        ? CheckoutHttpHandler.SaysNeverSent(caught)
        : !ticket.IsContentStarted && (ticket.IsAtOwnHandler || (isGuarded && !ticket.IsAdmitted) || CheckoutHttpHandler.SaysNeverSent(caught));

    private async Task<T> ReadMessageAsync<T>(Call call, HttpResponseMessage response, byte[] beginning, Func<CheckoutMessage, T?> accept)
        where T : class
    {
        using (response)
        {
            var answer = await Answer.ReadAsync(response, call, beginning).ConfigureAwait(false);
            return Read(call, answer, accept);
        }
    }

    private async Task<TableAnswer> ReadTableAsync(Call call, HttpResponseMessage response)
    {
        var table = await TableAnswer.OpenAsync(call, response).ConfigureAwait(false);
        return Answer.IsSuccessful(response.StatusCode) && table.IsTable
            ? table
            : await ReadMessageAsync<TableAnswer>(call, response, table.Beginning, _ => null).ConfigureAwait(false);
    }

    private T Read<T>(Call call, Answer answer, Func<CheckoutMessage, T?> accept)
        where T : class
    {
        MessageTrace.Received(call, answer, logger);
        var (message, fault) = Parse(answer);
        if (message is ErrorResponse error)
        {
            throw ExchangeFault.Refused(call, answer, error);
        }

        if (!answer.IsSuccess)
        {
            throw ExchangeFault.Failed(call, answer);
        }

        if (message is null)
        {
            throw ExchangeFault.Unreadable(call, answer.Defect ?? FaultOf(answer, fault!), fault, answer.Cause);
        }

        return accept(message) ?? throw ExchangeFault.Unreadable(call, $"it is a {NameOf(message)}, which does not answer this");
    }

    private static (CheckoutMessage? Message, CheckoutXmlException? Fault) Parse(Answer answer)
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

    private static string FaultOf(Answer answer, CheckoutXmlException fault) =>
        answer.Body.Length == 0 ? "it is empty" : fault.Message.TrimEnd('.');

    private static string NameOf(CheckoutMessage message) => message is UnknownMessage unknown ? $"'{unknown.RootName}'" : message.GetType().Name;
}
