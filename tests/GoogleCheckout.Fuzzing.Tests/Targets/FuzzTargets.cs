namespace GoogleCheckout.Fuzzing.Targets;

/// <summary>The targets by name.</summary>
internal static class FuzzTargets
{
    public const string Reader = "reader";
    public const string Endpoint = "endpoint";
    public const string Sandbox = "sandbox";

    public static IReadOnlyList<string> Names { get; } = [Reader, Endpoint, Sandbox];

    public static async Task<IFuzzTarget> CreateAsync(string name) => name switch
    {
        Reader => new ReaderTarget(),
        Endpoint => new EndpointTarget(),
        Sandbox => await SandboxTarget.StartAsync(),
        _ => throw new ArgumentException($"There is no target {name}. The targets are {string.Join(", ", Names)}.", nameof(name)),
    };
}
