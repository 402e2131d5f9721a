using PortalProxy.Appliance;
using PortalProxy.Appliance.Connection;

namespace PortalProxy.Connector.Forwarding;

/// <summary>
/// Gives the appliance a stated time until the headers of its answer are there. The stream that follows has an idle time-out of
/// its own and no total: a customer on a bad line downloads for as long as it takes.
/// </summary>
internal sealed class AnswerDeadline(HttpMessageHandler inner, TimeSpan limit, ApplianceState state) : ObservedAnswers(inner, state)
{
    /// <exception cref="TimeoutException">No headers within the time.</exception>
    /// <exception cref="HttpRequestException">No connection within its own, shorter time.</exception>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(limit);
        try
        {
            return await base.SendAsync(request, deadline.Token);
        }
        catch (OperationCanceledException late) when (!cancellationToken.IsCancellationRequested)
        {
            throw ConnectDeadline.Missed(late) ?? (Exception)new TimeoutException($"No answer within {limit:c}.", late);
        }
    }
}
