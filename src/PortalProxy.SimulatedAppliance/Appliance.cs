using Microsoft.AspNetCore.Builder;
using PortalProxy.SimulatedAppliance.Command;
using PortalProxy.SimulatedAppliance.Connector;
using PortalProxy.SimulatedAppliance.Control;
using PortalProxy.SimulatedAppliance.Wire;

namespace PortalProxy.SimulatedAppliance;

/// <summary>A running stand-in for a Bomgar appliance of 2008 or of today. Disposing of it closes its port and breaks off what is under way.</summary>
public sealed class Appliance : IAsyncDisposable
{
    private readonly WebApplication server;

    private Appliance(SimulatedApplianceOptions options)
    {
        State = new ApplianceState(options.Time, options.TokenLifetime);
        Requests = new RequestRecord();
        Client = new ClientFile(options.ClientBytes, options.ClientSeed);
        ApplianceRoute[] routes =
        [
            .. new ConnectorRoutes(State, options, new ClientAnswer(State, Client)).All,
            .. new CommandRoutes(State, options).All,
            .. new TokenRoutes(State.Tokens, options).All,
            .. new ControlRoutes(State, Requests, options.Era).All,
        ];
        server = ApplianceServer.Build(options, new Switchboard(routes, Requests, State, options.Time));
    }

    /// <summary>The address it really listens at.</summary>
    public Uri Url => new(server.Urls.First());

    /// <summary>Address of the page where a person logs representatives in and out and makes session keys.</summary>
    public Uri ControlPage => new(Url, ControlRoutes.Prefix);

    /// <summary>Who and what is there; may be changed at any time.</summary>
    public ApplianceState State { get; }

    /// <summary>The requests that reached it.</summary>
    public RequestRecord Requests { get; }

    /// <summary>The customer client it hands over.</summary>
    public ClientFile Client { get; }

    /// <summary>Starts one; when the task completes it listens.</summary>
    /// <exception cref="ArgumentException">The options are wrong; the message names every mistake.</exception>
    /// <exception cref="IOException">The address is in use.</exception>
    public static async Task<Appliance> StartAsync(SimulatedApplianceOptions options, CancellationToken cancellationToken = default)
    {
        options.Validate();
        var appliance = new Appliance(options);
        try
        {
            await appliance.server.StartAsync(cancellationToken);
            return appliance;
        }
        catch
        {
            await appliance.DisposeAsync();
            throw;
        }
    }

    /// <summary>Does not wait for downloads: a disposal without a stop before it aborts every connection.</summary>
    public async ValueTask DisposeAsync() => await server.DisposeAsync();
}
