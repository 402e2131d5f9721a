using System.IO.Pipelines;
using Microsoft.AspNetCore.Connections;

namespace PortalProxy.SimulatedAppliance.Wire;

/// <summary>Puts a <see cref="WireReader"/> before Kestrel's own reading of a connection, as a feature of the connection.</summary>
internal static class WireConnection
{
    public static void KeepWhatArrives(IConnectionBuilder connections) => connections.Use(next => connection =>
    {
        var reader = new WireReader(connection.Transport.Input);
        connection.Features.Set(reader);
        connection.Transport = new BothWays(reader, connection.Transport.Output);
        return next(connection);
    });

    private sealed record BothWays(PipeReader Input, PipeWriter Output) : IDuplexPipe;
}
