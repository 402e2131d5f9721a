using System.Text.Json;
using PortalProxy.Connector.Downloads;
using PortalProxy.Hosting;

namespace PortalProxy.Pages.Start;

/// <summary>Tells a start page how its own download fares: <c>event: state</c>, <c>data: started | handedOver | brokenOff</c>.</summary>
public static class DownloadEvents
{
    public const string Path = "/downloads";

    public static void MapDownloadEvents(this IEndpointRouteBuilder app) => app.MapGet($"{Path}/{{id}}", FollowAsync);

    private static Task FollowAsync(HttpContext context, string id, IDownloadStates states)
    {
        if (DownloadId.TryParse(id, out var download))
        {
            return context.WriteEventsAsync(
                "state",
                end => states.FollowAsync(download, end).Select(state => JsonNamingPolicy.CamelCase.ConvertName(state.ToString())));
        }

        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }
}
