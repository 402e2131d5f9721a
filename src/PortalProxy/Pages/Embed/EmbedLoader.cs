namespace PortalProxy.Pages.Embed;

/// <summary>The one script that other sites load: any page may have it, and keeps it for an hour, since its name holds no hash.</summary>
public static class EmbedLoader
{
    public const string Path = "/embed.js";

    /// <summary>Stands before the security headers: what is asked for first is done last when an answer starts.</summary>
    public static IApplicationBuilder Use(IApplicationBuilder app) => app.UseWhen(
        context => context.Request.Path == Path,
        loader => loader.Use((context, next) =>
        {
            context.Response.OnStarting(OpenUp, context.Response);
            return next(context);
        }));

    private static Task OpenUp(object state)
    {
        var answer = (HttpResponse)state;
        if (answer.StatusCode is StatusCodes.Status200OK or StatusCodes.Status304NotModified)
        {
            answer.Headers["Cross-Origin-Resource-Policy"] = "cross-origin";

            // With a query, whatever it says, it is not what anybody else asks for.
            if (!answer.HttpContext.Request.QueryString.HasValue)
            {
                answer.Headers.CacheControl = "public, max-age=3600";
            }
        }

        return Task.CompletedTask;
    }
}
