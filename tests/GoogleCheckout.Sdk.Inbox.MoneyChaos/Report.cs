using System.Globalization;
using System.Text;

namespace GoogleCheckout.Outbox.MoneyChaos;

/// <summary>What a run prints.</summary>
internal static class Report
{
    private const int MaxDeviations = 20;

    public static string CreateProgress(int outcomes, int planned, Incidents incidents, TimeSpan duration) => string.Create(
        CultureInfo.InvariantCulture, $"{outcomes,8} of {planned} outcomes after {duration.TotalSeconds:F0} s, {incidents.Kills} kills, {incidents.Restarts} restarts");

    public static string Create(
        ChaosOptions options, int planned, SandboxRecord record, Enqueuer enqueuer, Incidents incidents, int selfInflicted, TimeSpan duration, IReadOnlyList<Deviation> deviations)
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"""

            {options.Database switch { "postgresql" => "PostgreSQL", "mariadb" => "MariaDB", _ => "SQLite" }}, {options.Workers} worker processes, seed {options.Seed}{DescribeBreaks(options)}
              orders        {options.Orders,8}
              commands      {planned,8}   {enqueuer.Twice} transactions made twice, {enqueuer.RolledBack} rolled back, {enqueuer.Failed} failed and made again
              received      {record.Received,8}   by the sandbox
              executed      {record.Executed,8}
              kills         {incidents.Kills,8}   of workers by SIGKILL, and {selfInflicted} by a handler
              restarts      {incidents.Restarts,8}   of the database server, by a crash
              faults        {record.Faults.Values.Sum(),8}   {string.Join(", ", record.Faults.OrderBy(fault => fault.Key, StringComparer.Ordinal).Select(fault => $"{fault.Value} {fault.Key}"))}
              duration      {duration.TotalSeconds,8:F1} s
              deviations    {deviations.Count,8}   orders
            """);
        foreach (var deviation in deviations.Take(MaxDeviations))
        {
            Append(text, deviation);
        }

        text.Append(CultureInfo.InvariantCulture, $"The money is right: {(deviations.Count > 0 ? "NO" : incidents.AllHappened ? "yes" : "yes, but not all incidents happened")}");
        return text.ToString();
    }

    private static string DescribeBreaks(ChaosOptions options) =>
        (options.BreaksOrderLock ? ", without the lock of an order" : string.Empty) + (options.BreaksLookUp ? ", without the look-up after a lost response" : string.Empty);

    private static void Append(StringBuilder text, Deviation deviation)
    {
        text.AppendLine(CultureInfo.InvariantCulture, $"Order {deviation.Plan.GoogleOrderNumber} of {OrderPlan.ToMoney(deviation.Plan.Total)}, planned: {string.Join(", ", deviation.Plan.Commands)}");
        foreach (var reason in deviation.Reasons)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"  {reason}");
        }

        foreach (var line in deviation.History)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"    {line}");
        }
    }
}
