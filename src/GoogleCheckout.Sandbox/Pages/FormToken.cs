namespace GoogleCheckout.Sandbox.Pages;

/// <summary>The hidden field that shows that a form comes from a page of the sandbox.</summary>
/// <param name="Field">The name of the field.</param>
/// <param name="Value">The value, which another site cannot know.</param>
internal sealed record FormToken(string Field, string Value)
{
    /// <summary>Returns the type only: the value is a secret.</summary>
    public override string ToString() => nameof(FormToken);
}
