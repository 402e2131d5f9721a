using System.Net;

namespace PortalProxy.Appliance.Connection;

/// <summary>Remembers whether an answer came, for health checks and metrics; changes nothing.</summary>
public class ObservedAnswers(HttpMessageHandler inner, ApplianceState state) : DelegatingHandler(inner)
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var authority = request.RequestUri!.Authority;
        try
        {
            var answer = await base.SendAsync(request, cancellationToken);
            state.Saw(authority, answer.StatusCode < HttpStatusCode.InternalServerError);
            return answer;
        }
        // A customer who left, or a portal that stops, says nothing of the appliance.
        catch (Exception failure) when (failure is HttpRequestException or OperationCanceledException { InnerException: TimeoutException })
        {
            state.Saw(authority, isUp: false);
            throw;
        }
    }
}
