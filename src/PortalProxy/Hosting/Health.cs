using Microsoft.AspNetCore.Diagnostics.HealthChecks;

namespace PortalProxy.Hosting;

/// <summary>Answers for orchestrators: <c>/livez</c> (the process answers) and <c>/readyz</c> (it may be sent customers).</summary>
public static class Health
{
    private static readonly HttpMethodMetadata ReadOnly = new([HttpMethods.Get, HttpMethods.Head]);

    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        app.MapHealthChecks("/livez", new HealthCheckOptions { Predicate = _ => false }).WithMetadata(ReadOnly);
        app.MapHealthChecks("/readyz").WithMetadata(ReadOnly);
    }
}
