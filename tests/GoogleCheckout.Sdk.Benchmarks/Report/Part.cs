namespace GoogleCheckout.Benchmarks.Report;

/// <summary>A part of the report, which can be measured alone.</summary>
/// <param name="Name">The argument that selects it.</param>
/// <param name="MeasureAsync">Measures it and returns its rows. Gets the arguments that follow the name; the report passes none.</param>
internal sealed record Part(string Name, Func<string[], Task<IReadOnlyList<Row>>> MeasureAsync)
{
    /// <summary>All parts, in the order of their rows.</summary>
    public static IReadOnlyList<Part> All { get; } =
    [
        new("read-order", _ => Task.FromResult(ReadOrder.Measure())),
        new("write-cart", _ => Task.FromResult(WriteCart.Measure())),
        new("price-cart", _ => Task.FromResult(PriceCart.Measure())),
        new("answer-calculation", _ => AnswerCalculation.MeasureAsync()),
        new("long-history", _ => LongHistory.MeasureAsync()),
        new("archive", _ => MixedLog.MeasureAsync()),
        new("command-over-tls", _ => CommandOverTls.MeasureAsync()),
        new("callback-endpoint", _ => CallbackThroughput.MeasureAsync()),
        new("inbox", InlineInbox.MeasureAsync),
        new("outbox", OutboxThroughput.MeasureAsync),
        new("sandbox-throughput", SandboxThroughput.MeasureAsync),
        new("sandbox-memory", SandboxMemory.MeasureAsync),
        new("sandbox-inbox", _ => SandboxInbox.MeasureAsync()),
        new("sandbox-journal", _ => ReplayJournal.MeasureAsync()),
        new("start-sandbox", _ => StartSandbox.MeasureAsync()),
    ];
}
