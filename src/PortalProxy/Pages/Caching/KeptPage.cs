namespace PortalProxy.Pages.Caching;

/// <summary>A page as it goes over the wire, but for its headers.</summary>
internal sealed record KeptPage(ReadOnlyMemory<byte> Body, string ContentType)
{
    public Task WriteAsync(HttpContext context)
    {
        context.Response.ContentType = ContentType;
        context.Response.ContentLength = Body.Length;
        return HttpMethods.IsHead(context.Request.Method)
            ? Task.CompletedTask
            : context.Response.Body.WriteAsync(Body, context.RequestAborted).AsTask();
    }
}
