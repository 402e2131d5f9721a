namespace PortalProxy.Appliance.Connection;

/// <summary>
/// <see cref="SocketsHttpHandler"/> tells a connect time-out as a cancellation, which everybody above takes for a slow answer.
/// Here it becomes what it is: no connection.
/// </summary>
public sealed class ConnectDeadline(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    /// <returns>Null where something else ran out of time.</returns>
    public static HttpRequestException? Missed(OperationCanceledException late) => late.InnerException is TimeoutException cause
        ? new HttpRequestException(HttpRequestError.ConnectionError, cause.Message, cause)
        : null;

    /// <exception cref="HttpRequestException">No connection within the time, or any other failure to send.</exception>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            return await base.SendAsync(request, cancellationToken);
        }
        catch (OperationCanceledException late) when (!cancellationToken.IsCancellationRequested && Missed(late) is not null)
        {
            throw Missed(late)!;
        }
    }
}
