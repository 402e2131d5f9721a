using System.Collections.Concurrent;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace PortalProxy.Tests.Infrastructure;

/// <summary>An appliance on a real socket that does exactly what a test says: a token endpoint, a command API, a connector.</summary>
public sealed class TinyAppliance : IAsyncDisposable
{
    private const string Nobody = "<logged_in_reps/>";

    private readonly ConcurrentQueue<Question> calls = new();
    private readonly WebApplication app;

    private TinyAppliance(WebApplication app) => this.app = app;

    public Uri Url => new(app.Urls.Single().Replace("127.0.0.1", "localhost", StringComparison.Ordinal));

    /// <summary>Status and body of the token endpoint's nth answer, from 1.</summary>
    public Func<int, (int Status, string Body)> Token { get; set; } = number => (200, TokenAnswer(number));

    /// <summary>Status of an answer of the command API, by its <c>Authorization</c>.</summary>
    public Func<string?, int> Command { get; set; } = _ => 200;

    /// <summary>Body of an answer of the command API, by what was asked.</summary>
    public Func<string, string> Answer { get; set; } = _ => Nobody;

    /// <summary>Runs before an answer is given, for a test that holds answers back.</summary>
    public Func<HttpContext, Task> Before { get; set; } = _ => Task.CompletedTask;

    public IReadOnlyList<Question> Tokens => [.. calls.Where(one => one.Path == "/oauth2/token")];

    public IReadOnlyList<Question> Commands => [.. calls.Where(one => one.Path.StartsWith("/api/command", StringComparison.Ordinal))];

    public static string TokenAnswer(int number, string? lifetime = "3600") =>
        $$"""{"access_token":"token-{{number}}","token_type":"Bearer"{{(lifetime is null ? "" : $",\"expires_in\":{lifetime}")}}}""";

    /// <param name="certificates">The server's own, then those that it sends along; none: no TLS.</param>
    public static async Task<TinyAppliance> StartAsync(params X509Certificate2[] certificates)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrel(kestrel => kestrel.Listen(System.Net.IPAddress.Loopback, 0, listen =>
        {
            if (certificates.Length > 0)
            {
                listen.UseHttps(https => (https.ServerCertificate, https.ServerCertificateChain) = (certificates[0], [.. certificates[1..]]));
            }
        }));
        var appliance = new TinyAppliance(builder.Build());
        appliance.app.Run(appliance.AnswerAsync);
        await appliance.app.StartAsync(TestContext.Current.CancellationToken);
        return appliance;
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var path = context.Request.Path.Value!;
        var proof = context.Request.Headers.Authorization.ToString();
        var asked = await reader.ReadToEndAsync(context.RequestAborted);
        calls.Enqueue(new(path, proof, asked, context.Request.Headers.Connection.ToString()));
        var number = Tokens.Count;
        await Before(context);
        if (path == "/oauth2/token")
        {
            (context.Response.StatusCode, var body) = Token(number);
            await context.Response.WriteAsync(body, context.RequestAborted);
        }
        else if (path.StartsWith("/api/command", StringComparison.Ordinal))
        {
            context.Response.StatusCode = Command(proof);
            await context.Response.WriteAsync(Answer(asked), context.RequestAborted);
        }
        else
        {
            context.Response.Headers.ContentDisposition = "attachment; filename=bomgar-scc-1.exe";
            await context.Response.WriteAsync("client", context.RequestAborted);
        }
    }

    public sealed record Question(string Path, string Authorization, string Body, string Connection);
}
