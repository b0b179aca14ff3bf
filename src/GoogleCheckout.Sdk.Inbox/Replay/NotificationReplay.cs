using System.Runtime.CompilerServices;
using GoogleCheckout.Archives;
using GoogleCheckout.Inbox.Replay;
using GoogleCheckout.Notifications;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace GoogleCheckout.Inbox.Polling;

/// <summary>
/// Passes archived notifications to the merchant's handlers through the inbox, to rebuild lost data or to process missed
/// notifications. Resolve this class from the container, after <c>AddNotificationReplay</c>.
/// </summary>
/// <remarks>
/// Argument exceptions are thrown at the call, all other exceptions by the returned task. The methods are virtual: a test can
/// derive from the class and register the derived class instead.
/// </remarks>
public class NotificationReplay
{
    private const int ProgressStep = 100;

    private readonly NotificationReceiver? _receiver;
    private readonly Func<string, bool> _isRegistered = _ => true;
    private readonly TimeSpan _deduplicationRetention;
    private readonly TimeProvider _time = TimeProvider.System;
    private readonly ILogger _logger = NullLogger.Instance;

    internal NotificationReplay(NotificationReceiver receiver, Func<string, bool> isRegistered, TimeSpan deduplicationRetention, TimeProvider time, ILogger logger)
    {
        _receiver = receiver;
        _isRegistered = isRegistered;
        _deduplicationRetention = deduplicationRetention;
        _time = time;
        _logger = logger;
    }

    /// <summary>Creates an object for tests: derive from the class and override <see cref="ReplayAsync(Stream, string, IProgress{ReplayResult}, CancellationToken)"/>.</summary>
    protected NotificationReplay()
    {
    }

    private NotificationReceiver Receiver => _receiver ?? throw new InvalidOperationException(
        $"This {nameof(NotificationReplay)} was created by its constructor for tests and has no handlers: override {nameof(ReplayAsync)} in the test.");

    /// <summary>
    /// Handles, one after another, the notifications of an archive that the inbox does not know. The inbox does not know those that
    /// it handled longer than <see cref="NotificationInboxOptions.DeduplicationRetention"/> ago: they are handled again and counted.
    /// </summary>
    /// <param name="archive">An XML document of notifications, as <see cref="CheckoutXml.ReadNotificationsAsync(Stream, CancellationToken)"/> reads it. It is streamed, so it may have any length.</param>
    /// <param name="merchant">The registered name of the merchant; empty for the only merchant of a program.</param>
    /// <param name="progress">Receives the counts after every hundred notifications and at the end; null for no reports.</param>
    /// <param name="cancellationToken">Cancels the replay.</param>
    /// <returns>The counts of the replay.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="archive"/> or <paramref name="merchant"/> is null.</exception>
    /// <exception cref="ArgumentException">No merchant is registered with this name.</exception>
    /// <exception cref="InvalidOperationException">This object was created by its constructor for tests.</exception>
    /// <exception cref="NotificationReplayException">A handler failed.</exception>
    /// <exception cref="CheckoutXmlException">The archive is not valid from some position on. The notifications before it were handled. The overload for entries handles those after it too.</exception>
    /// <exception cref="OperationCanceledException">The replay was canceled. The inbox knows the notifications that were handled, so you can replay the archive again.</exception>
    public virtual Task<ReplayResult> ReplayAsync(Stream archive, string merchant = "", IProgress<ReplayResult>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(archive);
        ArgumentNullException.ThrowIfNull(merchant);
        EnsureRegistered(merchant);
        return ReplayAllAsync(CheckoutXml.ReadNotificationsAsync(archive, cancellationToken), merchant, progress, Receiver, cancellationToken);
    }

    /// <summary>
    /// Handles the notifications of an archive as the other overload does. Entries that cannot be read are counted and passed to a
    /// callback, and the next ones are handled.
    /// </summary>
    /// <param name="entries">The archive, from <see cref="NotificationArchive.ReadAsync(string, ArchiveOptions, CancellationToken)"/> or <see cref="CheckoutXml.ReadArchiveAsync"/>.</param>
    /// <param name="onError">Receives the entries that cannot be read. An exception of the callback ends the replay.</param>
    /// <param name="merchant">The registered name of the merchant; empty for the only merchant of a program.</param>
    /// <param name="progress">Receives the counts after every hundred notifications and at the end; null for no reports.</param>
    /// <param name="cancellationToken">Cancels the replay.</param>
    /// <returns>The counts of the replay.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="entries"/>, <paramref name="onError"/> or <paramref name="merchant"/> is null.</exception>
    /// <exception cref="ArgumentException">No merchant is registered with this name.</exception>
    /// <exception cref="InvalidOperationException">This object was created by its constructor for tests.</exception>
    /// <exception cref="NotificationReplayException">A handler failed.</exception>
    /// <exception cref="OperationCanceledException">The replay was canceled. The inbox knows the notifications that were handled, so you can replay the archive again.</exception>
    public virtual Task<ReplayResult> ReplayAsync(
        IAsyncEnumerable<ArchiveEntry> entries, Action<ArchiveEntry> onError, string merchant = "", IProgress<ReplayResult>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(entries);
        ArgumentNullException.ThrowIfNull(onError);
        ArgumentNullException.ThrowIfNull(merchant);
        EnsureRegistered(merchant);
        return ReplayAllAsync(ReadAsync(entries, onError, cancellationToken), merchant, progress, Receiver, cancellationToken);
    }

    private void EnsureRegistered(string merchant)
    {
        if (!_isRegistered(merchant))
        {
            throw new ArgumentException($"{PollingErrors.NoMerchant(merchant)} With a wrong name, the inbox would not recognize the notifications that it has already handled.", nameof(merchant));
        }
    }

    // Null stands for an entry that cannot be read.
    private static async IAsyncEnumerable<Notification?> ReadAsync(
        IAsyncEnumerable<ArchiveEntry> entries, Action<ArchiveEntry> onError, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var entry in entries.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            if (!entry.IsRead)
            {
                onError(entry);
            }

            yield return entry.Notification;
        }
    }

    private async Task<ReplayResult> ReplayAllAsync(
        IAsyncEnumerable<Notification?> notifications, string merchant, IProgress<ReplayResult>? progress, NotificationReceiver receiver, CancellationToken cancellationToken)
    {
        var counts = new ReplayResult();
        await foreach (var notification in notifications.ConfigureAwait(false))
        {
            if (notification is null)
            {
                counts = counts with { Errors = counts.Errors + 1 };
                continue;
            }

            counts = counts with { Read = counts.Read + 1 };
            counts = await ReplayOneAsync(notification, merchant, counts, receiver, cancellationToken).ConfigureAwait(false);
            if (counts.Read % ProgressStep == 0)
            {
                progress?.Report(counts);
            }
        }

        progress?.Report(counts);
        ReplayLog.Replayed(_logger, counts);
        return counts;
    }

    private async Task<ReplayResult> ReplayOneAsync(
        Notification notification, string merchant, ReplayResult counts, NotificationReceiver receiver, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        bool handled;
        try
        {
            handled = await receiver.ReceiveAsync(notification, merchant, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            throw new NotificationReplayException(notification.SerialNumber, counts, e);
        }

        return handled ? Handled(notification, counts) : counts with { Duplicates = counts.Duplicates + 1 };
    }

    private ReplayResult Handled(Notification notification, ReplayResult counts)
    {
        counts = counts with { Handled = counts.Handled + 1 };
        if (notification.Timestamp >= _time.GetUtcNow() - _deduplicationRetention)
        {
            return counts;
        }

        if (counts.BeyondRetention == 0)
        {
            ReplayLog.BeyondRetention(_logger, notification, notification.Timestamp, _deduplicationRetention);
        }

        return counts with { BeyondRetention = counts.BeyondRetention + 1 };
    }
}
