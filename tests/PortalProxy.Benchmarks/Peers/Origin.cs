using System.Security.Cryptography;
using PortalProxy.Benchmarks.Machine;
using PortalProxy.SimulatedAppliance;
using SimulatedDirectory = PortalProxy.SimulatedAppliance.Appliance;

namespace PortalProxy.Benchmarks.Peers;

/// <summary>
/// The appliance of these runs: nginx hands over clients out of memory, the simulated appliance answers the command API behind it.
/// The number says how large the client is.
/// </summary>
internal sealed class Origin : IAsyncDisposable
{
    public const string LargeClient = "/download_customer_connector.ns?issue_menu=1&id=1";
    public const string SmallClient = "/download_customer_connector.ns?issue_menu=1&id=2";

    /// <summary>Bytes that nginx serves as they are, beside the portal that makes them.</summary>
    public const string CopiedPage = "/copied-page";

    public const int LargeClientBytes = 20 * 1024 * 1024;
    public const int SmallClientBytes = 1024;

    private readonly Workshop workshop;
    private readonly ServerProcess nginx;
    private readonly SimulatedDirectory directory;

    private Origin(Workshop workshop, ServerProcess nginx, SimulatedDirectory directory) =>
        (this.workshop, this.nginx, this.directory) = (workshop, nginx, directory);

    public int Port => nginx.Port;

    public static async Task<Origin> StartAsync(Workshop workshop)
    {
        await File.WriteAllBytesAsync(Path.Combine(workshop.Scratch, "large.exe"), RandomNumberGenerator.GetBytes(LargeClientBytes));
        await File.WriteAllBytesAsync(Path.Combine(workshop.Scratch, "small.exe"), RandomNumberGenerator.GetBytes(SmallClientBytes));
        await File.WriteAllTextAsync(Path.Combine(workshop.Scratch, "copied-page"), "");
        var directory = await SimulatedDirectory.StartAsync(new SimulatedApplianceOptions());
        var port = FreePort.Next();
        var nginx = await ServerProcess.StartAsync(Nginx.Command(workshop, "origin", Server(workshop, port, directory.Url)), port);
        return new(workshop, nginx, directory);
    }

    /// <summary>Makes <see cref="CopiedPage"/> answer with these bytes.</summary>
    public Task CopyPageAsync(byte[] page) => File.WriteAllBytesAsync(Path.Combine(workshop.Scratch, "copied-page"), page);

    public async ValueTask DisposeAsync()
    {
        await nginx.DisposeAsync();
        await directory.DisposeAsync();
    }

    private static string Server(Workshop workshop, int port, Uri directory) => $$"""
        map $arg_id $client { default large.exe; 2 small.exe; }
        server {
          listen 127.0.0.1:{{port}};
          root {{workshop.Scratch}};
          location = /download_customer_connector.ns {
            rewrite ^ /clients/$client last;
          }
          location /clients/ {
            internal;
            alias {{workshop.Scratch}}/;
            types {}
            default_type application/octet-stream;
            add_header Content-Disposition "attachment; filename=bomgar-scc-w0edc30iyzdz1xfzd7wgxj5gg7dzxfh6wyzjd1c40jc90.exe";
          }
          location = {{CopiedPage}} {
            types {}
            default_type "text/html; charset=utf-8";
          }
          location /api/ {
            proxy_pass {{directory.GetLeftPart(UriPartial.Authority)}};
          }
        }
        """;
}
