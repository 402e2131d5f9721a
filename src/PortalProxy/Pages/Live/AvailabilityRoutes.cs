using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Net.Http.Headers;
using PortalProxy.Hosting;
using PortalProxy.PublicSites;

namespace PortalProxy.Pages.Live;

/// <summary><c>/availability</c> says once who is there, <c>/availability/events</c> says it again whenever it changes.</summary>
public static class AvailabilityRoutes
{
    public const string Path = "/availability";
    public const string EventsPath = "/availability/events";

    // How soon an open page follows the directory. The appliance is asked no more often for it: the directory is cached.
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public static void MapAvailability(this IEndpointRouteBuilder app)
    {
        app.MapGet(Path, ShowAsync);
        app.MapGet(EventsPath, FollowAsync);
    }

    private static async Task ShowAsync(HttpContext context, Offers offers, PublicSite site)
    {
        LetHostPagesRead(context, site);
        var text = await TextAsync(offers, context.RequestAborted);
        context.Response.ContentType = "application/json; charset=utf-8";
        context.Response.Headers.CacheControl = "no-store";
        await context.Response.WriteAsync(text, context.RequestAborted);
    }

    // For those who may embed the portal. Without credentials: there are none, and the answer is the same for everybody.
    private static void LetHostPagesRead(HttpContext context, PublicSite site)
    {
        context.Response.Headers.Vary = HeaderNames.Origin;
        if (context.Request.Headers.Origin is [{ } origin] && site.FrameAncestors.Any(one => one.Allows(origin)))
        {
            context.Response.Headers.AccessControlAllowOrigin = origin;
        }
    }

    private static Task FollowAsync(HttpContext context, Offers offers, TimeProvider time) =>
        context.WriteEventsAsync("availability", end => ChangesAsync(offers, time, end));

    private static async IAsyncEnumerable<string> ChangesAsync(
        Offers offers, TimeProvider time, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var ticks = new PeriodicTimer(Interval, time);
        var told = "";
        do
        {
            var text = await TextAsync(offers, cancellationToken);
            if (text != told)
            {
                told = text;
                yield return text;
            }
        }
        while (await ticks.WaitForNextTickAsync(cancellationToken));
    }

    private static async Task<string> TextAsync(Offers offers, CancellationToken cancellationToken) =>
        JsonSerializer.Serialize(Availability.Of(await offers.GetAsync(cancellationToken)), Json);
}
