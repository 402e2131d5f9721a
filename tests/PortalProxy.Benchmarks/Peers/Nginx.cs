using PortalProxy.Benchmarks.Machine;

namespace PortalProxy.Benchmarks.Peers;

/// <summary>nginx as a process of its own, with nothing of the machine's configuration.</summary>
internal static class Nginx
{
    public static Command Command(Workshop workshop, string name, string server)
    {
        // As root its workers are somebody else, who could not write into the folders of this run.
        var user = Environment.IsPrivilegedProcess ? "user root;" : "";
        var temporary = Directory.CreateDirectory(Path.Combine(workshop.Disk, name)).FullName;
        var file = workshop.Write($"{name}.conf", $$"""
            {{user}}
            worker_processes auto;
            daemon off;
            pid {{temporary}}/nginx.pid;
            error_log stderr crit;
            events { worker_connections 8192; }
            http {
              access_log off;
              sendfile on;
              tcp_nopush on;
              keepalive_requests 1000000000;
              client_body_temp_path {{temporary}}/body;
              proxy_temp_path {{temporary}}/proxy;
              fastcgi_temp_path {{temporary}}/fastcgi;
              uwsgi_temp_path {{temporary}}/uwsgi;
              scgi_temp_path {{temporary}}/scgi;
              {{server}}
            }

            """);
        return new("nginx", ["-e", "stderr", "-c", file, "-p", temporary], workshop.Scratch);
    }

    /// <summary>A proxy with connections to the origin kept open, as its documentation advises.</summary>
    public static string Proxy(int port, int origin, bool buffered) => $$"""
        upstream appliance { server 127.0.0.1:{{origin}}; keepalive 64; keepalive_requests 1000000000; }
        server {
          listen 127.0.0.1:{{port}};
          location / {
            proxy_pass http://appliance;
            proxy_http_version 1.1;
            proxy_set_header Connection "";
            proxy_buffering {{(buffered ? "on" : "off")}};
          }
        }
        """;
}
