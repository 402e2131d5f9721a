using Microsoft.AspNetCore.Diagnostics;

namespace PortalProxy.Hosting;

/// <summary>Remembers which page a request has found, before an error page takes the page's place: its path, or the pattern of one with places.</summary>
internal static class Routes
{
    public static readonly object MatchedKey = new();

    public static IApplicationBuilder UseMatchedRouteMark(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        // The error page comes through here as well; that it was found says nothing of the path that was asked for. Neither does an
        // endpoint that takes any path, or one of the framework's own for want of a method.
        if (context.GetEndpoint() is RouteEndpoint { RoutePattern: var pattern }
            && !pattern.Parameters.Any(one => one.IsCatchAll)
            && context.Features.Get<IStatusCodeReExecuteFeature>() is null
            && context.Features.Get<IExceptionHandlerFeature>() is null)
        {
            context.Items[MatchedKey] = pattern.Parameters.Count == 0 ? context.Request.Path.Value : pattern.RawText;
        }

        return next(context);
    });
}
