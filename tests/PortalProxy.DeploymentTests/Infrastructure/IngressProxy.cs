using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using PortalProxy.Tests.Infrastructure;

namespace PortalProxy.DeploymentTests.Infrastructure;

/// <summary>
/// A real nginx, HAProxy or Caddy with the file of <c>deploy/ingress</c>, in which nothing is changed but where it listens, where the
/// portal is, and where its own files lie.
/// </summary>
public sealed class IngressProxy : IAsyncDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly int port = FreePort.Next();
    private readonly Process process;
    private string said = "";

    private IngressProxy(string kind, Uri portal)
    {
        var start = kind switch
        {
            "nginx" => Nginx(portal),
            "haproxy" => HAProxy(portal),
            "caddy" => Caddy(portal),
            _ => throw new ArgumentException($"There is no recipe for {kind}.", nameof(kind)),
        };
        start.RedirectStandardOutput = start.RedirectStandardError = true;
        process = Process.Start(start)!;
        process.OutputDataReceived += (_, line) => said += line.Data + "\n";
        process.ErrorDataReceived += (_, line) => said += line.Data + "\n";
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public Uri Url => new($"http://127.0.0.1:{port}/");

    /// <summary>All that it logged anywhere, up to now.</summary>
    public string Logged => said + string.Concat(Directory.GetFiles(folder.Path, "*.log").Select(File.ReadAllText));

    public static async Task<IngressProxy> StartAsync(string kind, Uri portal)
    {
        var proxy = new IngressProxy(kind, portal);
        await Poll.UntilAsync(
            () => proxy.process.HasExited ? throw new InvalidOperationException($"{kind} ended: {proxy.Logged}") : IsListening(proxy.port), $"{kind} listens");
        return proxy;
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill();
        await process.WaitForExitAsync(CancellationToken.None);
        process.Dispose();
        folder.Dispose();
    }

    private ProcessStartInfo Nginx(Uri portal)
    {
        folder.Write("portal.conf", Recipe("nginx.conf", portal, ("listen 80;", $"listen 127.0.0.1:{port};"), ("/var/log/nginx", folder.Path)));

        // What a distribution's nginx.conf holds; one process, so that it can be ended by its id.
        var main = folder.Write("nginx.conf", $$"""
            daemon off;
            master_process off;
            pid {{folder.Path}}/pid;
            events { }
            http {
                client_body_temp_path {{folder.Path}}/bodies;
                proxy_temp_path {{folder.Path}}/answers;
                fastcgi_temp_path {{folder.Path}}/fastcgi;
                uwsgi_temp_path {{folder.Path}}/uwsgi;
                scgi_temp_path {{folder.Path}}/scgi;
                include {{folder.Path}}/portal.conf;
            }
            """);
        return new("nginx", ["-p", folder.Path, "-e", Path.Combine(folder.Path, "start.log"), "-c", main]);
    }

    private ProcessStartInfo HAProxy(Uri portal) =>
        new("haproxy", ["-db", "-f", folder.Write("haproxy.cfg", Recipe("haproxy.cfg", portal, ("bind :80", $"bind 127.0.0.1:{port}")))]);

    private ProcessStartInfo Caddy(Uri portal)
    {
        // Its port for administration is the machine's, not a test's.
        var file = folder.Write("Caddyfile", Recipe("Caddyfile", portal, ("{\n\tlog {", "{\n\tadmin off\n\tlog {"), (":80 {", $":{port} {{\n\tbind 127.0.0.1")));
        var start = new ProcessStartInfo("caddy", ["run", "--adapter", "caddyfile", "--config", file]);
        start.Environment["XDG_DATA_HOME"] = start.Environment["XDG_CONFIG_HOME"] = folder.Path;
        return start;
    }

    private static string Recipe(string name, Uri portal, params (string Written, string Here)[] changes)
    {
        var text = File.ReadAllText(Path.Combine(Repository.Root, "deploy", "ingress", name));
        foreach (var (written, here) in changes.Append(("portal:8080", portal.Authority)))
        {
            Assert.Contains(written, text, StringComparison.Ordinal);
            text = text.Replace(written, here, StringComparison.Ordinal);
        }

        return text;
    }

    private static bool IsListening(int port)
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        try
        {
            socket.Connect(IPAddress.Loopback, port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
