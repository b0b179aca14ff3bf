using NUnit.Framework;

namespace GoogleCheckout.Sandbox.Docs;

/// <summary>Marks a test for a sentence of the README about something that the sandbox does not do.</summary>
/// <param name="sentence">The beginning of the sentence in the README.</param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
internal sealed class KnownLimitationAttribute(string sentence) : PropertyAttribute(sentence)
{
    public string Sentence { get; } = sentence;
}
