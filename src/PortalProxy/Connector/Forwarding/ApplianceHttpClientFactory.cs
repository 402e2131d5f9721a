using PortalProxy.Appliance;
using PortalProxy.Appliance.Connection;
using Yarp.ReverseProxy.Forwarder;

namespace PortalProxy.Connector.Forwarding;

/// <summary>The connections on which YARP talks to the appliance.</summary>
internal sealed class ApplianceHttpClientFactory(ApplianceOptions options, ApplianceConnections connections, ApplianceState state)
    : ForwarderHttpClientFactory
{
    protected override void ConfigureHandler(ForwarderHttpClientContext context, SocketsHttpHandler handler)
    {
        base.ConfigureHandler(context, handler);
        connections.Configure(handler);

        // When a customer leaves, the appliance's connection is closed at once instead of being read to its end.
        handler.MaxResponseDrainSize = 0;

        // A client that is longer than it says is cut.
        handler.PlaintextStreamFilter = (connection, _) => ValueTask.FromResult<Stream>(new SurplusGuard(connection.PlaintextStream));
    }

    protected override HttpMessageHandler WrapHandler(ForwarderHttpClientContext context, HttpMessageHandler handler) =>
        new AnswerDeadline(base.WrapHandler(context, handler), options.AnswerTimeout, state);
}
