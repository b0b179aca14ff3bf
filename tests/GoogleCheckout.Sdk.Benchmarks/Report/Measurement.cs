using System.Runtime.InteropServices;

namespace GoogleCheckout.Benchmarks.Report;

/// <summary>The rows of a part, with the place and the day of the measurement.</summary>
/// <param name="Part">The name of the part.</param>
/// <param name="Machine">The processor, the operating system and the version of .NET.</param>
/// <param name="Date">The day.</param>
/// <param name="Rows">The rows.</param>
internal sealed record Measurement(string Part, string Machine, DateOnly Date, IReadOnlyList<Row> Rows)
{
    /// <summary>Measures a part on this machine.</summary>
    public static async Task<Measurement> TakeAsync(Part part, string[] settings)
    {
        var rows = await part.MeasureAsync(settings);
        return new Measurement(part.Name, ThisMachine(), DateOnly.FromDateTime(DateTime.UtcNow), rows);
    }

    private static string ThisMachine() =>
        $"{Environment.ProcessorCount} cores of {ProcessorModel()}, {RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}";

    private static string ProcessorModel()
    {
        const string Processors = "/proc/cpuinfo";
        var model = File.Exists(Processors) ? File.ReadLines(Processors).FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal)) : null;
        return model?[(model.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim() ?? RuntimeInformation.ProcessArchitecture.ToString();
    }
}
