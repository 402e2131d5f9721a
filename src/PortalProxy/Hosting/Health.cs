namespace PortalProxy.Hosting;

/// <summary>
/// Answers for orchestrators: <c>/livez</c> (the process answers) and <c>/readyz</c> (it may be sent customers). An appliance
/// that can't be reached is told in the body and changes no status: the portal is needed all the more, to word the outage.
/// </summary>
public static class Health
{
    public const string LivePath = "/livez";
    public const string ReadyPath = "/readyz";

    private static readonly string[] ReadOnly = [HttpMethods.Get, HttpMethods.Head];

    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        app.MapMethods(LivePath, ReadOnly, SayLive).DisableHttpMetrics();
        app.MapMethods(ReadyPath, ReadOnly, SayReady).DisableHttpMetrics();
    }

    /// <summary>Health is asked for every few seconds: it leaves no noise in the log, counts in no limit, and nobody embeds it.</summary>
    public static bool IsAskedFor(HttpContext context) =>
        context.Request.Path.Equals(LivePath, StringComparison.Ordinal) || context.Request.Path.Equals(ReadyPath, StringComparison.Ordinal);

    internal static Task SayLive(HttpContext context) => Answer(context, StatusCodes.Status200OK, new { status = "live" });

    internal static Task SayReady(HttpContext context)
    {
        var services = context.RequestServices;
        var isStopping = services.GetRequiredService<Drain>().IsUnderWay;
        var words = services.GetRequiredService<HealthWords>();
        return Answer(
            context,
            isStopping ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status200OK,
            new { status = isStopping ? "stopping" : "ready", appliance = words.Appliance(services), settings = words.Settings(services) });
    }

    private static Task Answer(HttpContext context, int status, object body)
    {
        context.Response.StatusCode = status;
        context.Response.Headers.CacheControl = "no-store";
        return context.Response.WriteAsJsonAsync(body, context.RequestAborted);
    }
}
