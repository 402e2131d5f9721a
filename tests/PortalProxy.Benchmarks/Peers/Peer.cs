using PortalProxy.Benchmarks.Machine;

namespace PortalProxy.Benchmarks.Peers;

/// <summary>Somebody who stands in front of the origin, the portal among them.</summary>
/// <param name="Name">As the tables say it.</param>
/// <param name="Command">How it is started, so that it listens on a port of 127.0.0.1 and asks the origin on another.</param>
internal sealed record Peer(string Name, Func<Workshop, int, int, Command> Command)
{
    /// <summary>Whether it has pages and events of its own: the portal, in whichever version.</summary>
    public bool IsPortal { get; init; }

    public const string Direct = "direct";
    public const string Portal = "the portal";
    public const string PortalBefore = "the portal before";
    public const string BareYarp = "bare YARP";
    public const string BufferedNginx = "nginx buffered";

    public async Task<ServerProcess> StartAsync(Workshop workshop, int originPort)
    {
        var port = FreePort.Next();
        return await ServerProcess.StartAsync(Command(workshop, port, originPort), port);
    }
}
