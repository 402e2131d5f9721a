using Microsoft.AspNetCore.Diagnostics;

namespace PortalProxy.Hosting;

/// <summary>Remembers that a request found its page, before an error page takes the page's place.</summary>
internal static class Routes
{
    public static readonly object MatchedKey = new();

    public static IApplicationBuilder UseMatchedRouteMark(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        // The error page comes through here as well; that it was found says nothing of the path that was asked for.
        if (context.GetEndpoint() is not null
            && context.Features.Get<IStatusCodeReExecuteFeature>() is null
            && context.Features.Get<IExceptionHandlerFeature>() is null)
        {
            context.Items[MatchedKey] = true;
        }

        return next(context);
    });
}
