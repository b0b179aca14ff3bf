namespace GoogleCheckout.Sandbox;

/// <summary>The lines that a sandbox found in its <see cref="CheckoutSandboxOptions.DataPath"/> at its start.</summary>
/// <param name="Lines">The number of lines; 0 for a new file.</param>
/// <param name="RemovedIncompleteLine">
/// Whether an incomplete last line was removed: the process before was killed while it wrote the line, and had not responded to that request.
/// </param>
public sealed record SandboxRestoration(int Lines, bool RemovedIncompleteLine);
