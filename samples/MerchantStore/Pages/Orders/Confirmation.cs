namespace MerchantStore.Pages.Orders;

/// <summary>A question before a command that moves the whole amount. The answer sends the same form again.</summary>
/// <param name="Handler">The handler of the form.</param>
/// <param name="Question">The question.</param>
/// <param name="Consequence">What happens then.</param>
/// <param name="Button">The text of the button.</param>
/// <param name="Fields">The fields of the form.</param>
internal sealed record Confirmation(string Handler, string Question, string Consequence, string Button, IReadOnlyDictionary<string, string> Fields);
