using GoogleCheckout.Orders;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace MerchantStore.Pages.Orders;

/// <summary>A command of the order page: a form that opens, or, if the states of the order do not allow the command, the reason.</summary>
/// <param name="html">Creates the antiforgery token.</param>
[HtmlTargetElement("order-command")]
public sealed class OrderCommandTagHelper(IHtmlGenerator html) : TagHelper
{
    /// <summary>Gets or sets the page handler, which is the command's name for <see cref="Next"/>, too.</summary>
    public string Handler { get; set; } = string.Empty;

    /// <summary>Gets or sets the heading.</summary>
    public string Heading { get; set; } = string.Empty;

    /// <summary>Gets or sets whether the command is allowed.</summary>
    public required OrderAction Action { get; set; }

    /// <summary>Gets or sets the command that is the next step. Its form is open.</summary>
    public string? Next { get; set; }

    /// <summary>Gets or sets the view, which Razor sets.</summary>
    [ViewContext]
    [HtmlAttributeNotBound]
    public required ViewContext View { get; set; }

    /// <inheritdoc/>
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var content = await output.GetChildContentAsync();
        output.Attributes.SetAttribute("class", Action.IsAllowed ? "command" : "command off");
        if (!Action.IsAllowed)
        {
            output.TagName = "div";
            var reason = Element("p", Action.DisallowedReason!);
            reason.Attributes["id"] = $"why-not-{Handler.ToLowerInvariant()}";
            output.Content.AppendHtml(Element("h3", Heading)).AppendHtml(reason);
            return;
        }

        output.TagName = "details";
        if (Next == Handler)
        {
            output.Attributes.SetAttribute("open", "open");
        }

        var form = new TagBuilder("form") { Attributes = { ["method"] = "post", ["action"] = $"?handler={Handler}" } };
        form.InnerHtml.AppendHtml(FormId()).AppendHtml(html.GenerateAntiforgery(View)).AppendHtml(content);
        output.Content.AppendHtml(Element("summary", Heading)).AppendHtml(form);
    }

    // Each form has a unique id, so that a form that is sent twice takes effect once.
    private static TagBuilder FormId() => new("input")
    {
        TagRenderMode = TagRenderMode.SelfClosing,
        Attributes = { ["type"] = "hidden", ["name"] = "formId", ["value"] = Guid.NewGuid().ToString("N") },
    };

    private static TagBuilder Element(string name, string text)
    {
        var element = new TagBuilder(name);
        element.InnerHtml.Append(text);
        return element;
    }
}
