using System.CommandLine;
using System.Text;
using GoogleCheckout.Cli.Commands;
using GoogleCheckout.Cli.Settings;

namespace GoogleCheckout.Cli.Orders;

/// <summary>Lists the notifications since the previous poll.</summary>
internal sealed class PollCommand : ToolCommand
{
    private readonly Option<string> _tokenFile = new("--token-file") { HelpName = "FILE", Description = "Keeps the place at which the next poll begins.", Required = true };
    private readonly Option<DateTimeOffset?> _from = new("--from") { HelpName = "TIME", Description = "The time of the first notification, for example 2013-01-31T00:00:00Z. Required if the file does not exist." };
    private readonly ToolConsole _console;
    private readonly ClientCall _call;

    public PollCommand(ToolConsole console)
        : base("poll", "Lists the notifications since the previous poll.")
    {
        var options = new ClientOptions();
        _console = console;
        _call = new ClientCall(console, options);
        Options.Add(_tokenFile);
        Options.Add(_from);
        options.AddTo(this);
        Details = "The lines are those of history. The file is replaced after the notifications of a response are listed: if the command ends before, the next poll lists them again. "
            + "A notification that cannot be read is an error line, and the exit code is 1. "
            + $"{ClientOptions.Details}{ClientCall.ExitCodes}";
        Examples =
        [
            "googlecheckout poll --token-file poll.token --from 2013-01-31T00:00:00Z",
            "googlecheckout poll --token-file poll.token --json",
        ];
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken stop)
    {
        var file = parsed.GetRequiredValue(_tokenFile);
        ThrowIfNotWritable(file);
        var token = ReadToken(file);
        if (token is null && parsed.GetValue(_from) is null)
        {
            throw new InvalidInputException($"{_tokenFile.Name}: {InputFile.Quote(file)} does not exist. Use {_from.Name} for the first poll.");
        }

        return await _call.QueryAsync(parsed, async client =>
        {
            token ??= await _call.WaitAsync(client.GetContinueTokenAsync(parsed.GetValue(_from)!.Value, stop)).ConfigureAwait(false);
            var (count, unreadable) = (0L, 0);
            await foreach (var response in _call.WaitAsync(client.PollNotificationsAsync(token, stop), (_, _) => OrderReport.CountOf(count), stop).ConfigureAwait(false))
            {
                foreach (var notification in response.Notifications)
                {
                    await _console.List.WriteLineAsync(_call.IsJson(parsed) ? OrderReport.Of(notification).ToJson() : OrderReport.RowOf(notification)).ConfigureAwait(false);
                }

                foreach (var notification in response.UnreadableNotifications)
                {
                    unreadable++;
                    await _console.Error.WriteLineAsync($"{notification}: {notification.Error.Message}").ConfigureAwait(false);
                }

                await _console.List.FlushAsync(stop).ConfigureAwait(false);
                count += response.Notifications.Count;
                WriteToken(file, response.ContinueToken ?? token);
            }

            return unreadable > 0 ? ExitCode.Negative : ExitCode.Success;
        }).ConfigureAwait(false);
    }

    private string? ReadToken(string file)
    {
        try
        {
            return !File.Exists(file) ? null
                : File.ReadAllText(file).Trim() is { Length: > 0 } token ? token
                : throw new InvalidInputException($"{_tokenFile.Name}: {InputFile.Quote(file)} is empty. Delete it, and use {_from.Name}.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InvalidInputException($"{_tokenFile.Name}: {InputFile.Quote(file)} cannot be read: {QuotedText.Of(e.Message, QuotedText.LineLength)}", e);
        }
    }

    // Found out when the notifications are listed, it would be too late: they would be listed again each time.
    private void ThrowIfNotWritable(string file)
    {
        if (Directory.Exists(file))
        {
            throw new InvalidInputException($"{_tokenFile.Name}: {InputFile.Quote(file)} is a folder. Name a file in it, for example {InputFile.Quote(Path.Combine(file, "poll.token"))}.");
        }

        Write(file, _ => { });
    }

    private void WriteToken(string file, string? token) => Write(file, pending =>
    {
        pending.Stream.Write(Encoding.UTF8.GetBytes($"{token}\n"));
        pending.Commit();
    });

    private void Write(string file, Action<PendingFile> write)
    {
        try
        {
            using var pending = new PendingFile(file);
            write(pending);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new InvalidInputException($"{_tokenFile.Name}: {InputFile.Quote(file)} cannot be written: {QuotedText.Of(e.Message, QuotedText.LineLength)}", e);
        }
    }
}
