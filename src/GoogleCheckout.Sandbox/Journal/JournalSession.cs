using System.Text.Json.Nodes;
using GoogleCheckout.Sandbox.Accounts;
using GoogleCheckout.Sandbox.Infrastructure;

namespace GoogleCheckout.Sandbox.Journal;

/// <summary>A sandbox's use of a journal, from its start to its stop.</summary>
internal sealed class JournalSession : IDisposable
{
    private readonly JournalFile _file;
    private readonly KeyFile _keys;

    private JournalSession(JournalFile file, KeyFile keys) => (_file, _keys) = (file, keys);

    /// <summary>Opens the journal, or creates it.</summary>
    /// <exception cref="InvalidDataException">The file with the keys is damaged.</exception>
    /// <exception cref="IOException">The file cannot be opened and written, or another process has it open.</exception>
    public static JournalSession Open(string path, TimeProvider clock)
    {
        var file = JournalFile.Open(path, clock);
        try
        {
            return new JournalSession(file, KeyFile.Open(KeyFile.GetPath(path)));
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Creates the generator of numbers. With a seed, it must not generate again what the journal has.</summary>
    public SandboxIds CreateIds(int? seed) => new(seed is null ? null : unchecked(seed.Value + (int)_file.Length));

    /// <inheritdoc cref="KeyFile.Complete"/>
    public (string Id, string Key) Identify(string? merchantId, string? merchantKey, IReadOnlyCollection<string> used, SandboxIds ids) =>
        _keys.Complete(merchantId, merchantKey, used, ids.Number, ids.Token);

    /// <summary>Restores the accounts and the clock from the journal, and begins to write to it. Deliveries begin when the queues are resumed.</summary>
    /// <exception cref="InvalidDataException">The file is no journal, a line of it cannot be used, or it has a merchant that has no account.</exception>
    /// <exception cref="IOException">The file cannot be read or written.</exception>
    public SandboxRestoration Restore(MerchantAccounts accounts, SandboxClock clock)
    {
        var options = accounts.ToDictionary(account => account, account => JournalSettings.Write(account.Settings));
        foreach (var account in accounts)
        {
            account.BeginReplay();
        }

        var replay = new JournalReplay(_file, accounts.Find);
        var lines = replay.Run().Count();
        clock.Restore(replay.Offset, replay.Latest);
        _file.Append(new JournalLine { At = clock.Now, Kind = JournalKinds.Start, Offset = clock.Offset, Removed = _file.Incomplete });
        accounts.OnAdvance = (now, time) => _file.Append(new JournalLine { At = now, Kind = JournalKinds.Clock, Advance = time });
        foreach (var account in accounts)
        {
            account.Open(new AccountJournal(_file, account.Id));
            SetSettings(account, options[account], replay, clock.Now);
        }

        return new SandboxRestoration(lines, _file.Incomplete is not null);
    }

    public void Dispose() => _file.Dispose();

    // A setting that was changed while a sandbox ran stays changed, unless its option is another than at the start before.
    private void SetSettings(MerchantAccount account, JsonObject options, JournalReplay replay, DateTimeOffset now)
    {
        var earlier = replay.FindSettings(account.Id, JournalKinds.Options);
        var current = replay.FindSettings(account.Id, JournalKinds.Settings);
        if (!JsonNode.DeepEquals(options, earlier))
        {
            _file.Append(new JournalLine { At = now, Kind = JournalKinds.Options, Merchant = account.Id, Settings = options });
        }

        var settings = earlier is null || current is null ? options : JournalSettings.Update(current, earlier, options);
        if (!JsonNode.DeepEquals(settings, current))
        {
            account.ChangeSettings(_ => JournalSettings.Read(settings));
        }
    }
}
