namespace PortalProxy.Hosting;

/// <summary>Remembers that a request found its page, before an error page takes the page's place.</summary>
internal static class Routes
{
    public static readonly object MatchedKey = new();

    public static IApplicationBuilder UseMatchedRouteMark(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (context.GetEndpoint() is not null)
        {
            context.Items[MatchedKey] = true;
        }

        return next(context);
    });
}
