using System.Globalization;
using System.Text;

namespace GoogleCheckout.Endurance;

/// <summary>What a run prints.</summary>
internal static class EnduranceReport
{
    public static string Create(EnduranceOptions options, TimeSpan duration, RotatingSandbox sandbox, IReadOnlyList<double> sandboxHeap, IReadOnlyList<Sample> samples, IReadOnlyList<Curve> curves)
    {
        var work = samples[^1].Work;
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"""
            {options.Database switch { "postgresql" => "PostgreSQL", "mariadb" => "MariaDB", _ => "SQLite" }}, {options.Minutes} minutes of the clock in {duration.TotalSeconds:F0} s
              orders        {sandbox.Orders,8}   of which the host posted {work.Carts} carts
              notifications {work.Notifications,8}   with {work.Polled} orders that were only polled
              commands      {work.Commands,8}   and {work.Failed} that failed
              rotations     {sandbox.Rotations,8}   of key, client certificate and authority
              sandbox       {sandboxHeap[^1],8:F1}   MB, after {string.Join(", ", sandboxHeap.SkipLast(1).Select(heap => heap.ToString("F1", CultureInfo.InvariantCulture)))}: its process, which keeps all orders, is not judged

                            middle third   last third   tolerance
            """);
        foreach (var curve in curves)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"  {curve.Name,-12}{Format(curve, curve.Middle),14}{Format(curve, curve.Last),13}{"+" + Format(curve, curve.Tolerance),12}   {(curve.Grows ? "GROWS" : "level")}");
        }

        text.Append(CultureInfo.InvariantCulture, $"Nothing grows: {(curves.Any(curve => curve.Grows) ? "NO" : "yes")}");
        return text.ToString();
    }

    /// <summary>Returns a value with its unit.</summary>
    public static string Format(Curve curve, double value) =>
        curve.Unit.Length == 0 ? value.ToString("0.#", CultureInfo.InvariantCulture) : string.Create(CultureInfo.InvariantCulture, $"{value:F1} {curve.Unit}");
}
