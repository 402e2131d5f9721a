using Microsoft.AspNetCore.Diagnostics.HealthChecks;

namespace PortalProxy.Hosting;

/// <summary>Answers for orchestrators: <c>/livez</c> (the process answers) and <c>/readyz</c> (it may be sent customers).</summary>
public static class Health
{
    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        app.MapHealthChecks("/livez", new HealthCheckOptions { Predicate = _ => false });
        app.MapHealthChecks("/readyz");
    }
}
