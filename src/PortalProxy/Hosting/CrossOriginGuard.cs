using Microsoft.AspNetCore.Diagnostics;

namespace PortalProxy.Hosting;

/// <summary>
/// Accepts unsafe methods from the portal's own pages only, by the headers that browsers set and pages can't forge. The
/// algorithm is that of .NET 11's header-based CSRF protection; delete this class when the project moves there.
/// </summary>
public static class CrossOriginGuard
{
    public static IApplicationBuilder UseCrossOriginGuard(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        // The page that words a refusal comes through here as well, with the refused request's method and headers.
        if (Accepts(context.Request) || context.Features.Get<IStatusCodeReExecuteFeature>() is not null)
        {
            return next(context);
        }

        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    });

    internal static bool Accepts(HttpRequest request)
    {
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)
            || HttpMethods.IsOptions(request.Method) || HttpMethods.IsTrace(request.Method))
        {
            return true;
        }

        var site = request.Headers["Sec-Fetch-Site"];
        if (site.Count > 0)
        {
            return site is [("same-origin" or "none")];
        }

        // Browsers send Sec-Fetch-Site to HTTPS and localhost only; over plain HTTP there is Origin. With neither it is no browser.
        var origin = request.Headers.Origin;
        return origin.Count == 0
            || string.Equals(origin, $"{request.Scheme}://{request.Host.Value}", StringComparison.OrdinalIgnoreCase);
    }
}
