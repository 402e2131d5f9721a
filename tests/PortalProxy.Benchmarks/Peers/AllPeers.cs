using PortalProxy.Benchmarks.Machine;

namespace PortalProxy.Benchmarks.Peers;

/// <summary>The portal, bare YARP, and what an administrator would put there instead, as Debian packages it.</summary>
internal static class AllPeers
{
    public static readonly Peer Portal = new(Peer.Portal, (workshop, port, origin) => PortalCommand.Of(workshop.PublishedPortal, port, origin)) { IsPortal = true };

    private static readonly Peer PortalBefore =
        new(Peer.PortalBefore, (workshop, port, origin) => PortalCommand.Of(workshop.PublishedBefore!, port, origin)) { IsPortal = true };

    private static readonly Peer BareYarp = new(Peer.BareYarp, (workshop, port, origin) => new(
        "dotnet", ["PortalProxy.BareYarp.dll", $"--Origin=http://127.0.0.1:{origin}"], Path.Combine(workshop.Published, "yarp"))
    {
        Environment = new Dictionary<string, string> { ["ASPNETCORE_URLS"] = $"http://127.0.0.1:{port}" },
    });

    private static readonly Peer BufferedNginx = new(Peer.BufferedNginx, (workshop, port, origin) =>
        Nginx.Command(workshop, $"nginx-{port}", Nginx.Proxy(port, origin, buffered: true)));

    private static readonly Peer UnbufferedNginx = new("nginx unbuffered", (workshop, port, origin) =>
        Nginx.Command(workshop, $"nginx-{port}", Nginx.Proxy(port, origin, buffered: false)));

    private static readonly Peer Haproxy = new("HAProxy", (workshop, port, origin) => new(
        "haproxy",
        ["-f", workshop.Write($"haproxy-{port}.cfg", $"""
            global
              maxconn 4000
            defaults
              mode http
              option splice-auto
              timeout connect 5s
              timeout client 60s
              timeout server 60s
            frontend customers
              bind 127.0.0.1:{port}
              default_backend appliance
            backend appliance
              server origin 127.0.0.1:{origin}

            """)],
        workshop.Scratch));

    private static readonly Peer Caddy = new("Caddy", (workshop, port, origin) => new(
        "caddy",
        ["run", "--adapter", "caddyfile", "--config", workshop.Write($"Caddyfile-{port}", $$"""
            {
              admin off
              auto_https off
            }
            http://:{{port}} {
              bind 127.0.0.1
              reverse_proxy 127.0.0.1:{{origin}}
            }

            """)],
        workshop.Scratch)
    {
        Environment = new Dictionary<string, string> { ["HOME"] = workshop.Scratch, ["XDG_DATA_HOME"] = workshop.Scratch, ["XDG_CONFIG_HOME"] = workshop.Scratch },
    });

    private static readonly Peer[] Others = [BareYarp, BufferedNginx, UnbufferedNginx, Haproxy, Caddy];

    /// <param name="workshop">Where an earlier version of the portal is published, it stands beside today's.</param>
    public static IReadOnlyList<Peer> Of(Workshop workshop)
    {
        Peer[] all = workshop.PublishedBefore is null ? [Portal, .. Others] : [Portal, PortalBefore, .. Others];
        return workshop.Among.Count == 0 ? all : [.. all.Where(peer => workshop.Among.Contains(peer.Name))];
    }
}
