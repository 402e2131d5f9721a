namespace PortalProxy.Appliance;

/// <summary>
/// Sends a call of the command API to the appliance that serves the customers. Where an address gives no answer at all the next
/// one is asked within the same call: such calls only read, so nothing happens twice.
/// </summary>
internal sealed partial class CommandFailover(ApplianceAddresses addresses, Redaction redaction, ILogger<CommandFailover> logger) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var path = request.RequestUri!.PathAndQuery;
        var candidates = addresses.InOrder;
        foreach (var address in candidates.SkipLast(1))
        {
            try
            {
                return await SendAsync(request, address, path, cancellationToken);
            }
            catch (Exception failure) when (GaveNoAnswer(failure))
            {
                addresses.Mark(address, isUp: false);
                Log.NextOne(logger, address, redaction.Clean(FailureMessage.Of(failure)));
            }
        }

        return await SendAsync(request, candidates[^1], path, cancellationToken);
    }

    private Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, Uri address, string path, CancellationToken cancellationToken)
    {
        request.RequestUri = new Uri(address, path);
        return base.SendAsync(request, cancellationToken);
    }

    // A token that could not be asked for is as good a reason as a call that could not be sent.
    private static bool GaveNoAnswer(Exception failure) => failure is HttpRequestException or CommandApiException { InnerException: HttpRequestException };

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "The command API of {Address} gave no answer, so the next address is asked: {Cause}")]
        public static partial void NextOne(ILogger logger, Uri address, string cause);
    }
}
