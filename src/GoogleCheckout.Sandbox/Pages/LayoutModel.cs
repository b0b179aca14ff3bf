using Microsoft.AspNetCore.Html;

namespace GoogleCheckout.Sandbox.Pages;

/// <summary>The frame of each page.</summary>
/// <param name="Title">The title and main heading.</param>
/// <param name="Content">The content below the heading.</param>
/// <param name="Navigation">The links to the other pages; null for none.</param>
internal sealed record LayoutModel(string Title, IHtmlContent Content, IHtmlContent? Navigation);
