using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace PortalProxy.BrowserTests.Infrastructure;

/// <summary>Somebody's web site, at <c>localhost</c>: for a browser that is another site than the portal's 127.0.0.1.</summary>
public sealed class HostSite : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ConcurrentDictionary<string, (string Html, string? Policy)> pages = new();

    private HostSite(WebApplication app) => this.app = app;

    public string Origin { get; private set; } = "";

    public static async Task<HostSite> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var site = new HostSite(builder.Build());
        site.app.Run(site.AnswerAsync);
        await site.app.StartAsync(TestContext.Current.CancellationToken);
        site.Origin = $"http://localhost:{new Uri(site.app.Urls.Single()).Port}";
        return site;
    }

    /// <summary>The address of a page with this body, under this content security policy.</summary>
    public string Page(string body, string? policy = null)
    {
        var path = $"/{Guid.NewGuid():N}";
        pages[path] = ($"<!DOCTYPE html><html lang=en><meta charset=utf-8><title>Company</title><main aria-label=Company><h1>Company</h1>{body}</main>", policy);
        return Origin + path;
    }

    /// <summary>The address of a script.</summary>
    public string Script(string text)
    {
        var path = $"/{Guid.NewGuid():N}.js";
        pages[path] = (text, null);
        return Origin + path;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private Task AnswerAsync(HttpContext context)
    {
        var path = context.Request.Path.Value!;
        if (!pages.TryGetValue(path, out var page))
        {
            context.Response.StatusCode = 404;
            return Task.CompletedTask;
        }

        context.Response.ContentType = path.EndsWith(".js", StringComparison.Ordinal) ? "text/javascript" : "text/html";
        context.Response.Headers.ContentSecurityPolicy = page.Policy;
        return context.Response.WriteAsync(page.Html);
    }
}
