using NUnit.Framework;

namespace GoogleCheckout.Sandbox;

/// <summary>The test shows what one gets instead of what the sandbox does not do.</summary>
/// <param name="sentence">How the sentence of the README begins that says so.</param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
internal sealed class NotDoneAttribute(string sentence) : PropertyAttribute(sentence)
{
    public string Sentence { get; } = sentence;
}
