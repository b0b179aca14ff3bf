using System.Globalization;

namespace GoogleCheckout.Inbox.ExactlyOnce;

/// <summary>The table at the end of a run.</summary>
internal static class Report
{
    public static string Of(RunOptions options, Verdict verdict, int deliveries, int posts, Incidents incidents, int selfInflicted, TimeSpan duration) => string.Create(
        CultureInfo.InvariantCulture,
        $"""

        {options.Database switch { "postgresql" => "PostgreSQL", "mariadb" => "MariaDB", _ => "SQLite" }}, {(options.HasInbox ? options.IsQueued ? "queued" : "inline" : "no inbox")}, {options.Receivers} receiver(s), seed {options.Seed}
          notifications {verdict.Sent,8}   about {options.Orders} orders
          deliveries    {deliveries,8}   {deliveries - verdict.Sent} of them duplicates; posted {posts} times in all
          acknowledged  {verdict.Acknowledged,8}
          effects       {verdict.Effects,8}
          missing       {verdict.Missing,8}
          doubled       {verdict.Doubled,8}
          of strangers  {verdict.Strangers,8}
          overlaps      {verdict.Overlaps,8}   two of one order at once
          out of order  {Order(verdict)}
          kills         {incidents.Kills,8}   by SIGKILL, and {selfInflicted} by a handler itself or for want of a database
          restarts      {incidents.Restarts,8}   of the database, by a crash
          duration      {duration.TotalSeconds,8:F1} s, {verdict.Effects / duration.TotalSeconds:F0} effects a second
        Exactly once: {(verdict.IsExactlyOnce ? incidents.AllHappened ? "yes" : "yes, but not all incidents happened" : "NO")}
        """);

    private static string Order(Verdict verdict) => verdict.OutOfOrder is { } wrong
        ? string.Create(CultureInfo.InvariantCulture, $"{wrong,8}   of {verdict.Choices} effects whose worker had several to choose from")
        : $"{"-",8}   nothing is promised";
}
