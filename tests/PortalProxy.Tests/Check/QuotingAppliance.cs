using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace PortalProxy.Tests.Check;

/// <summary>
/// An appliance that repeats everything it was sent, in every place of an answer that can hold a text: headers, cookies, the
/// file's name, the page, the XML, the redirect.
/// </summary>
internal sealed class QuotingAppliance : IAsyncDisposable
{
    public const string Token = "MARKEDtoken0123456789abcdefABCDEF";

    private readonly WebApplication app;
    private readonly ConcurrentQueue<string> heard = new();

    private QuotingAppliance(WebApplication app) => this.app = app;

    public Uri Url => new(app.Urls.Single());

    /// <summary>What a connector request gets: <c>client</c>, <c>page</c> or <c>redirect</c>.</summary>
    public string Manner { get; set; } = "client";

    /// <summary>Everything that reached it, to see that a secret did.</summary>
    public string Heard => string.Join('\n', heard);

    public static async Task<QuotingAppliance> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var appliance = new QuotingAppliance(builder.Build());
        appliance.app.Run(appliance.AnswerAsync);
        await appliance.app.StartAsync(TestContext.Current.CancellationToken);
        return appliance;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var asked = $"{context.Request.QueryString} {await reader.ReadToEndAsync(context.RequestAborted)} {context.Request.Headers.Authorization}".Trim();
        heard.Enqueue(asked);
        var response = context.Response;
        if (context.Request.Path == "/oauth2/token")
        {
            await response.WriteAsync($$"""{"access_token":"{{Token}}","token_type":"Bearer"}""", context.RequestAborted);
        }
        else if (context.Request.Path.StartsWithSegments("/api/command", StringComparison.Ordinal) || context.Request.Path == "/api/command.ns")
        {
            await response.WriteAsync($"<error>Nothing for {System.Security.SecurityElement.Escape(asked)}</error>", context.RequestAborted);
        }
        else
        {
            QuoteInHeaders(response, Uri.UnescapeDataString(asked).Replace('"', ' ').Replace(' ', '_'));
            await response.WriteAsync(Manner == "page" ? $"<h1>{asked}</h1><p>{Uri.UnescapeDataString(asked)}</p>" : "MZ", context.RequestAborted);
        }
    }

    private void QuoteInHeaders(HttpResponse response, string asked)
    {
        response.Headers.Server = asked;
        response.Headers.SetCookie = $"session={asked}";
        response.Headers["X-Echo"] = asked;
        response.Headers[$"X-{asked.Split('=')[^1].Split('_')[0]}"] = "in the name";
        response.ContentType = Manner == "page" ? $"text/html; was={asked}" : "application/octet-stream";
        response.Headers.ContentDisposition = Manner == "client" ? $"attachment; filename=bomgar-scc-{asked.Split('=')[^1]}-{Token}.exe" : "";
        if (Manner == "redirect")
        {
            response.StatusCode = StatusCodes.Status302Found;
            response.Headers.Location = $"https://elsewhere.example.com/{asked.Split('=')[^1]}?all={Uri.EscapeDataString(asked)}";
        }
    }
}
