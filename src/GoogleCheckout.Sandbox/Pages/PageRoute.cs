using Microsoft.AspNetCore.Http;

namespace GoogleCheckout.Sandbox.Pages;

/// <summary>A page, or the form of one.</summary>
/// <param name="Method">The method: GET for a page, POST for a form.</param>
/// <param name="Path">The path.</param>
/// <param name="HandleAsync">Creates the page, or executes the form.</param>
internal sealed record PageRoute(string Method, string Path, Func<PageRequest, Task<Page>> HandleAsync)
{
    /// <summary>Returns the response to a request that must not reach the handler, for example without a login; null if it may.</summary>
    public Func<HttpContext, Page?> Refuse { get; init; } = _ => null;

    public static PageRoute Get(string path, Func<PageRequest, Task<Page>> handleAsync) => new(HttpMethods.Get, path, handleAsync);

    public static PageRoute Get(string path, Func<PageRequest, Page> handle) => Get(path, request => Task.FromResult(handle(request)));

    public static PageRoute Post(string path, Func<PageRequest, Task<Page>> handleAsync) => new(HttpMethods.Post, path, handleAsync);

    public static PageRoute Post(string path, Func<PageRequest, Page> handle) => Post(path, request => Task.FromResult(handle(request)));
}
