namespace PortalProxy.Hosting;

/// <summary>Turns a body that can't be read (too long, broken off, of the wrong type) into its status, without a stack trace.</summary>
public static class BadRequests
{
    public static IApplicationBuilder UseBadRequestStatus(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        try
        {
            await next(context);
        }
        catch (BadHttpRequestException failure) when (!context.Response.HasStarted)
        {
            context.Response.StatusCode = failure.StatusCode;
        }
    });
}
