using Microsoft.AspNetCore.Http;
using PortalProxy.SimulatedAppliance.Control;

namespace PortalProxy.SimulatedAppliance.Wire;

/// <summary>Reads, records and answers every request. A path nobody knows answers 500: a portal must never ask for it.</summary>
internal sealed class Switchboard(IReadOnlyList<ApplianceRoute> routes, RequestRecord record, ApplianceState state, TimeProvider time)
{
    public async Task AnswerAsync(HttpContext http)
    {
        var request = await RequestReader.ReadAsync(http, time.GetUtcNow());
        http.Response.Headers.Server = "Bomgar";
        try
        {
            if (!ControlRoutes.Owns(request.Path))
                await RecordAsync(request, http.RequestAborted);

            var exchange = new Exchange(request, http);
            var route = routes.FirstOrDefault(route => route.Fits(request));
            await (route is null ? UnknownAsync(exchange) : route.Answer(exchange));
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // The caller has left; there is nobody to answer, and the record says so below.
        }
        finally
        {
            request.End(http.RequestAborted.IsCancellationRequested ? RequestEnding.Aborted : RequestEnding.Answered);
        }
    }

    private async Task RecordAsync(RecordedRequest request, CancellationToken aborted)
    {
        record.Add(request);
        await state.AnswerAfter.WaitAsync(aborted);
    }

    private static Task UnknownAsync(Exchange exchange) =>
        exchange.WriteAsync(StatusCodes.Status500InternalServerError, "text/plain; charset=utf-8", "The simulated appliance does not know this address.\n");
}
