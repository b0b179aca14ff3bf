namespace GoogleCheckout.Sandbox.Pages.Xml;

/// <summary>A part of a document that is shown in one color.</summary>
/// <param name="Kind">The style: tag, name, value, comment or text.</param>
/// <param name="Text">The characters, which may include line breaks.</param>
internal sealed record XmlToken(string Kind, string Text);
