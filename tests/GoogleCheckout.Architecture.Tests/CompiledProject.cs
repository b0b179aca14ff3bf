using Microsoft.CodeAnalysis;

namespace GoogleCheckout.Architecture;

/// <summary>A project's compilation. Each error may hide what a line uses.</summary>
internal sealed record CompiledProject(Compilation Compilation, IReadOnlyList<string> Errors);
