namespace GoogleCheckout.Sandbox.Pages;

/// <summary>A page with a message.</summary>
/// <param name="Text">The message.</param>
/// <param name="Link">The text of the link below it.</param>
/// <param name="Url">The path of the link.</param>
internal sealed record MessageModel(string Text, string Link, string Url);
