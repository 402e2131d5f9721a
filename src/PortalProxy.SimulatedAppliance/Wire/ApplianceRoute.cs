using Microsoft.AspNetCore.Http;

namespace PortalProxy.SimulatedAppliance.Wire;

/// <summary>What answers at one path. Paths and methods are compared byte by byte: a portal has no reason to write them otherwise.</summary>
internal sealed record ApplianceRoute(string Path, IReadOnlyList<string> Methods, Func<Exchange, Task> Answer)
{
    public bool Fits(RecordedRequest request) => request.Path == Path && Methods.Contains(request.Method);
}

/// <summary>A request that was read, and where its answer goes.</summary>
internal sealed record Exchange(RecordedRequest Request, HttpContext Http)
{
    public HttpResponse Response => Http.Response;

    /// <summary>The address the caller asked under, without a slash at its end: the appliance writes it into links.</summary>
    public string SiteAddress => $"{Http.Request.Scheme}://{Http.Request.Host}";

    public Task RedirectAsync(string location)
    {
        Response.StatusCode = StatusCodes.Status302Found;
        Response.Headers.Location = location;
        return Task.CompletedTask;
    }

    public Task WriteAsync(int status, string contentType, string text)
    {
        Response.StatusCode = status;
        Response.ContentType = contentType;
        return Response.WriteAsync(text, Http.RequestAborted);
    }
}
