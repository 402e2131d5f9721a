using System.Security.Cryptography.X509Certificates;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using PortalProxy.SimulatedAppliance.Wire;

namespace PortalProxy.SimulatedAppliance;

/// <summary>Kestrel with nothing around it: no settings, no environment variables, no log, no signals of the process it runs in.</summary>
internal static class ApplianceServer
{
    public static WebApplication Build(SimulatedApplianceOptions options, Switchboard switchboard)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseUrls(options.Url).UseKestrelCore().ConfigureKestrel(kestrel => Configure(kestrel, options.Certificate));
        builder.Services.AddSingleton<IHostLifetime>(new OwnersLifetime());

        var server = builder.Build();
        server.Run(switchboard.AnswerAsync);
        return server;
    }

    private static void Configure(KestrelServerOptions kestrel, X509Certificate2? certificate)
    {
        kestrel.AddServerHeader = false;
        kestrel.RequestHeaderEncodingSelector = _ => Encoding.Latin1;
        kestrel.Limits.MaxRequestLineSize = 64 * 1024;
        kestrel.Limits.MaxRequestHeadersTotalSize = 128 * 1024;
        kestrel.Limits.MaxRequestBodySize = 1024 * 1024;
        kestrel.Limits.MinResponseDataRate = null;
        kestrel.Limits.MinRequestBodyDataRate = null;
        kestrel.ConfigureEndpointDefaults(listen =>
        {
            listen.Protocols = HttpProtocols.Http1;
            if (certificate is not null)
                listen.UseHttps(certificate);

            // After TLS, so that what is kept is what was said, not what was encrypted.
            WireConnection.KeepWhatArrives(listen);
        });
    }

    /// <summary>Lives as long as its owner wants. The usual lifetime would stop at the process's SIGTERM, while a portal still drains.</summary>
    private sealed class OwnersLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
