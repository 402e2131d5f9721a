using System.Net;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;
using Yarp.ReverseProxy.Transforms;
using Yarp.ReverseProxy.Transforms.Builder;

namespace PortalProxy.Connector.Forwarding;

/// <summary>
/// What crosses the door, in both directions, as two lists of what may. Nothing is copied: YARP would pass on cookies, methods
/// and paths that the appliance must never see.
/// </summary>
internal sealed class ApplianceTransforms(PieceSize piece) : ITransformProvider
{
    private static readonly UriCreationOptions AsWritten = new() { DangerousDisablePathAndQueryCanonicalization = true };

    private static readonly string[] ClientHeaders =
    [
        HeaderNames.ContentType,
        HeaderNames.ContentDisposition,
        HeaderNames.ContentEncoding,
        HeaderNames.LastModified,
        HeaderNames.ETag,
    ];

    public void ValidateRoute(TransformRouteValidationContext context)
    {
    }

    public void ValidateCluster(TransformClusterValidationContext context)
    {
    }

    public void Apply(TransformBuilderContext context)
    {
        context.CopyRequestHeaders = false;
        context.CopyResponseHeaders = false;
        context.CopyResponseTrailers = false;
        context.UseDefaultForwarders = false;
        context.AddRequestTransform(WriteRequest);
        context.AddResponseTransform(LookAtAnswer);
    }

    private static ValueTask WriteRequest(RequestTransformContext context)
    {
        var passage = context.HttpContext.Features.GetRequiredFeature<ConnectorPassage>();
        context.ProxyRequest.RequestUri = new Uri(context.DestinationPrefix.TrimEnd('/') + passage.PathAndQuery, AsWritten);
        context.ProxyRequest.Headers.Host = passage.Host;
        foreach (var (name, value) in VisitorHeaders.Of(context.HttpContext.Request.Headers))
        {
            context.ProxyRequest.Headers.TryAddWithoutValidation(name, value);
        }

        if (context.HttpContext.Connection.RemoteIpAddress is { } customer)
        {
            context.ProxyRequest.Headers.TryAddWithoutValidation("X-Forwarded-For", Plain(customer).ToString());
        }

        return default;
    }

    private async ValueTask LookAtAnswer(ResponseTransformContext context)
    {
        if (context.ProxyResponse is not { } answer)
        {
            return;
        }

        var passage = context.HttpContext.Features.GetRequiredFeature<ConnectorPassage>();
        passage.Judgement = ApplianceAnswer.Judge(answer);
        if (passage.Judgement == ConnectorOutcome.Refused && Phone.Is(context.HttpContext.Request.Headers.UserAgent.ToString()))
        {
            // A page is how the appliance answers a phone: it hands the customer to an app.
            passage.Judgement = ConnectorOutcome.HandedOff;
        }

        if (passage.Judgement != ConnectorOutcome.HandedOver)
        {
            passage.Redirect = RedirectOf(answer);
            passage.Cause = ApplianceAnswer.HasUnclearLength(answer)
                ? "the appliance stated no clear length"
                : $"the appliance answered {(int)answer.StatusCode} without a client";
            context.SuppressResponseBody = true;
            context.HttpContext.Features.GetRequiredFeature<IHttpResponseFeature>().ReasonPhrase = null;
            return;
        }

        // Chunks override a length (RFC 9112, section 6.3).
        var isChunked = answer.Headers.TransferEncodingChunked == true;
        context.HttpContext.Response.ContentLength = isChunked ? null : answer.Content.Headers.ContentLength;
        if (context.HttpContext.Response.ContentLength is null && !isChunked)
        {
            // Where the connection's end is the only end, nobody can see a truncation.
            passage.Cause = "of unknown length: a truncation would not show";
        }

        foreach (var name in ClientHeaders)
        {
            if (answer.Content.Headers.NonValidated.TryGetValues(name, out var values)
                || answer.Headers.NonValidated.TryGetValues(name, out values))
            {
                context.HttpContext.Response.Headers[name] = values.ToArray();
            }
            else
            {
                // Of a partner that died before its first byte.
                context.HttpContext.Response.Headers.Remove(name);
            }
        }

        var sent = (SentBytes)context.HttpContext.Response.Body;
        answer.Content = new StreamContent(new PacedClient(await answer.Content.ReadAsStreamAsync(), sent, piece));
    }

    private static Uri? RedirectOf(HttpResponseMessage answer) =>
        (int)answer.StatusCode is >= 300 and < 400 && answer.Headers.Location is { } location
            ? new Uri(answer.RequestMessage!.RequestUri!, location)
            : null;

    private static IPAddress Plain(IPAddress address) => address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
}
