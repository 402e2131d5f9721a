using Microsoft.AspNetCore.Http.Features;

namespace PortalProxy.Connector.Forwarding;

/// <summary>
/// Makes a request that was read look like one without a body while it is forwarded: YARP would try to send the form once more,
/// and would pass an upgrade on. The original comes back afterwards, for the log and the page that words the answer.
/// </summary>
internal sealed class BodilessRequest : IHttpRequestBodyDetectionFeature, IDisposable
{
    private readonly HttpContext context;
    private readonly string method;
    private readonly IHttpRequestBodyDetectionFeature? detection;
    private readonly IHttpUpgradeFeature? upgrade;

    private BodilessRequest(HttpContext context)
    {
        this.context = context;
        method = context.Request.Method;
        detection = context.Features.Get<IHttpRequestBodyDetectionFeature>();
        upgrade = context.Features.Get<IHttpUpgradeFeature>();
    }

    public bool CanHaveBody => false;

    public static BodilessRequest Of(HttpContext context)
    {
        var bodiless = new BodilessRequest(context);
        context.Request.Method = HttpMethods.IsHead(context.Request.Method) ? HttpMethods.Head : HttpMethods.Get;
        context.Features.Set<IHttpRequestBodyDetectionFeature>(bodiless);
        context.Features.Set<IHttpUpgradeFeature>(null);
        return bodiless;
    }

    public void Dispose()
    {
        context.Request.Method = method;
        context.Features.Set(detection);
        context.Features.Set(upgrade);
    }
}
