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

    /// <param name="app">The routes.</param>
    /// <param name="applianceState">One word on the appliance, as it was last seen.</param>
    public static void MapHealth(this IEndpointRouteBuilder app, Func<IServiceProvider, string> applianceState)
    {
        app.MapMethods(LivePath, ReadOnly, (HttpContext context) => Answer(context, StatusCodes.Status200OK, new { status = "live" }));
        app.MapMethods(ReadyPath, ReadOnly, (HttpContext context, Drain drain) => Answer(
            context,
            drain.IsUnderWay ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status200OK,
            new { status = drain.IsUnderWay ? "stopping" : "ready", appliance = applianceState(context.RequestServices) }));
    }

    /// <summary>Health is asked for every few seconds: it leaves no noise in the log, counts in no limit, and nobody embeds it.</summary>
    public static bool IsAskedFor(HttpContext context) =>
        context.Request.Path.Equals(LivePath, StringComparison.Ordinal) || context.Request.Path.Equals(ReadyPath, StringComparison.Ordinal);

    private static Task Answer(HttpContext context, int status, object body)
    {
        context.Response.StatusCode = status;
        context.Response.Headers.CacheControl = "no-store";
        return context.Response.WriteAsJsonAsync(body, context.RequestAborted);
    }
}
