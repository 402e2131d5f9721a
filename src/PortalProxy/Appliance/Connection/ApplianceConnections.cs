using System.Diagnostics;

namespace PortalProxy.Appliance.Connection;

/// <summary>What holds for every connection to the appliance, whoever makes it: the connect time-out and whose certificates count.</summary>
public sealed class ApplianceConnections(ApplianceOptions options, ServerCertificates certificates)
{
    /// <summary>Sets a handler up, before its first request.</summary>
    public void Configure(SocketsHttpHandler handler)
    {
        handler.ConnectTimeout = options.ConnectTimeout;

        // Calls have spans of ours; the appliance sees nothing of them.
        handler.ActivityHeadersPropagator = DistributedContextPropagator.CreateNoOutputPropagator();
        handler.SslOptions.RemoteCertificateValidationCallback = certificates.Accept;
    }

    /// <summary>For the portal's own questions: nothing of the process's surroundings (proxy, cookies, trace headers) goes along.</summary>
    internal SocketsHttpHandler ForCommands()
    {
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
        };
        Configure(handler);
        return handler;
    }
}
