namespace GoogleCheckout.Inbox.ExactlyOnce;

/// <summary>Compares what was sent with what the handlers left. It looks at no table of the inbox.</summary>
internal static class ConsistencyChecker
{
    /// <summary>Judges a run that is over.</summary>
    /// <param name="sent">Every notification once, however often it was delivered.</param>
    /// <param name="effects">Every row the handlers left.</param>
    /// <param name="reportedOverlaps">Overlaps that handlers saw while they were at work, so also those that were rolled back.</param>
    /// <param name="isQueued">Whether workers chose what to handle, so that the order counts.</param>
    public static Verdict Decide(IReadOnlyCollection<Sending> sent, IReadOnlyCollection<Effect> effects, int reportedOverlaps, bool isQueued)
    {
        var known = sent.ToDictionary(sending => sending.SerialNumber);
        var times = effects.GroupBy(effect => effect.SerialNumber).ToDictionary(group => group.Key, group => group.Count());
        var choices = effects.GroupBy(effect => effect.OrderNumber).Select(group => Choices([.. group.OrderBy(effect => effect.Began)], known)).ToList();
        return new Verdict
        {
            Sent = sent.Count,
            Acknowledged = sent.Count(sending => sending.Acknowledged is not null),
            Effects = effects.Count,
            Missing = known.Keys.Count(serial => !times.ContainsKey(serial)),
            Doubled = times.Values.Sum(count => count - 1),
            Strangers = times.Keys.Count(serial => !known.ContainsKey(serial)),
            Overlaps = reportedOverlaps + effects.GroupBy(effect => effect.OrderNumber).Sum(CountOverlaps),
            OutOfOrder = isQueued ? choices.Sum(choice => choice.Wrong) : null,
            Choices = choices.Sum(choice => choice.All),
        };
    }

    private static int CountOverlaps(IEnumerable<Effect> ofOneOrder)
    {
        var (overlaps, end) = (0, long.MinValue);
        foreach (var effect in ofOneOrder.OrderBy(effect => effect.Began))
        {
            overlaps += effect.Began < end ? 1 : 0;
            end = Math.Max(end, effect.Ended);
        }

        return overlaps;
    }

    /// <summary>
    /// A notification whose acknowledgment the sender had before a transaction started was stored and visible to it. If it
    /// was handled later, it was waiting. So nothing that arrived meanwhile raises a false alarm.
    /// </summary>
    private static (int All, int Wrong) Choices(List<Effect> ofOneOrder, Dictionary<string, Sending> known)
    {
        var (all, wrong) = (0, 0);
        for (var i = 0; i < ofOneOrder.Count; i++)
        {
            if (known.TryGetValue(ofOneOrder[i].SerialNumber, out var taken))
            {
                var waiting = ofOneOrder.Skip(i + 1)
                    .Select(effect => known.GetValueOrDefault(effect.SerialNumber))
                    .Where(other => other is not null && other != taken && other.Acknowledged < ofOneOrder[i].Started)
                    .ToList();
                all += waiting.Count > 0 ? 1 : 0;
                wrong += waiting.Any(other => IsBefore(other!, taken)) ? 1 : 0;
            }
        }

        return (all, wrong);
    }

    // Which of two at the same time arrived first is known where one was acknowledged before the other was sent.
    private static bool IsBefore(Sending one, Sending other) =>
        one.Timestamp < other.Timestamp || (one.Timestamp == other.Timestamp && one.Acknowledged < other.FirstSent);
}
