using GoogleCheckout.Sandbox.Accounts;
using GoogleCheckout.Sandbox.Infrastructure;
using GoogleCheckout.Sandbox.Journal;
using GoogleCheckout.Sandbox.Service;

namespace GoogleCheckout.Sandbox;

/// <summary>
/// The journal of a sandbox: everything that came in, in the file of <see cref="CheckoutSandboxOptions.DataPath"/>. It contains the buyers' data, but no
/// keys, so it can be a bug report: the recipient repeats what happened.
/// </summary>
public static class SandboxJournal
{
    /// <summary>Repeats what happened, without a server. Nothing is sent, and the file is not changed.</summary>
    /// <param name="path">The file.</param>
    /// <returns>The entries with what they caused, one while each is read. The last one contains what was due at the end, if anything was. They are empty if nothing was written to the file.</returns>
    /// <exception cref="ArgumentException"><paramref name="path"/> is null or empty.</exception>
    /// <exception cref="InvalidDataException">Thrown while enumerating: the file is not a journal, or a line of it is damaged. The message contains the line.</exception>
    /// <exception cref="IOException">Thrown while enumerating: the file does not exist, or a sandbox has it open.</exception>
    public static IEnumerable<SandboxJournalEntry> Replay(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return ReplayFile(path);
    }

    private static IEnumerable<SandboxJournalEntry> ReplayFile(string path)
    {
        using var file = JournalFile.OpenRead(path);
        var merchants = new ReplayedMerchants();
        try
        {
            var replay = new JournalReplay(file, merchants.GetOrAdd);
            foreach (var line in replay.Run())
            {
                yield return CreateEntry(line);
            }

            foreach (var account in merchants.Accounts)
            {
                // A clock that moved last has no input after it.
                var rest = account.Replay(replay.Latest, new ServiceInput.TimePassed(), []);
                if (rest.Notifications.Count > 0)
                {
                    yield return new SandboxJournalEntry { Line = null, At = replay.Latest, MerchantId = account.Id, Description = "events that were due at the end", Notifications = rest.Notifications };
                }
            }

            if (file.Incomplete is not null)
            {
                yield return new SandboxJournalEntry { Line = null, At = replay.Latest, Description = "the last line is incomplete: the process was killed while it wrote it, and had not responded to that request" };
            }
        }
        finally
        {
            merchants.Dispose();
        }
    }

    private static SandboxJournalEntry CreateEntry(ReplayedLine line) => new()
    {
        Line = line.Number,
        At = line.Line.At,
        MerchantId = line.Line.Merchant,
        Description = EntryDescription.Of(line.Line, line.Input),
        Rejection = line.Result?.Rejection,
        Notifications = line.Result?.Notifications ?? [],
    };

    /// <summary>The accounts of a replay. They have no keys and send nothing.</summary>
    private sealed class ReplayedMerchants : IDisposable
    {
        private const string NoKey = "none";

        private readonly CheckoutSandboxOptions _options = new();
        private readonly SandboxClock _clock = new(TimeProvider.System);
        private readonly SandboxIds _ids = new(seed: null);
        private readonly Dictionary<string, MerchantAccount> _accounts = [];

        public IEnumerable<MerchantAccount> Accounts => _accounts.Values;

        public MerchantAccount GetOrAdd(string id)
        {
            if (!_accounts.TryGetValue(id, out var account))
            {
                account = new MerchantAccount(_options, _options, id, NoKey, _ids, _clock);
                account.BeginReplay();
                _accounts.Add(id, account);
            }

            return account;
        }

        // Nothing runs that must be waited for.
        public void Dispose()
        {
            foreach (var account in _accounts.Values)
            {
                account.Service.Dispose();
            }
        }
    }
}
