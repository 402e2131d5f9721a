using System.Diagnostics.Tracing;
using Microsoft.Diagnostics.NETCore.Client;

namespace PortalProxy.Soak.Stage;

/// <summary>
/// Makes a portal collect its garbage before it is measured. By itself a runtime that is idle collects nothing, and what it holds
/// then says how busy it was, not what it can't let go.
/// </summary>
internal static class Collection
{
    // "GCHeapCollect" of the runtime's event source: whoever listens to it causes a full collection. It is how dotnet-gcdump does it.
    private const long HeapCollect = 0x0080_0000;
    private const string Runtime = "Microsoft-Windows-DotNETRuntime";

    // The collection is over within a second; memory goes back to the system little by little after it.
    private static readonly TimeSpan Release = TimeSpan.FromSeconds(5);

    public static async Task ForceAsync(int process, CancellationToken cancellationToken)
    {
        var client = new DiagnosticsClient(process);
        using (var session = await client.StartEventPipeSessionAsync(
            [new EventPipeProvider(Runtime, EventLevel.Informational, HeapCollect)], requestRundown: false, token: cancellationToken))
        {
            await session.StopAsync(cancellationToken);
        }

        await Task.Delay(Release, cancellationToken);
    }
}
