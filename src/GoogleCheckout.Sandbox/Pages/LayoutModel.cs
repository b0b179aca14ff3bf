using Microsoft.AspNetCore.Html;

namespace GoogleCheckout.Sandbox.Pages;

/// <summary>The frame of each page.</summary>
/// <param name="Title">The title and main heading.</param>
/// <param name="Content">The content below the heading.</param>
/// <param name="HasNavigation">Whether the other pages are on the same port, so that links lead to them.</param>
internal sealed record LayoutModel(string Title, IHtmlContent Content, bool HasNavigation);
