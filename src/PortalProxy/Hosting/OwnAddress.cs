using System.Net;

namespace PortalProxy.Hosting;

/// <summary>Where a process of this machine reaches the portal, by the same settings that tell Kestrel where to listen.</summary>
public static class OwnAddress
{
    /// <summary>Where ASP.NET Core listens if no setting says otherwise.</summary>
    private const string Default = "http://localhost:5000";

    /// <returns>An address of loopback where the portal listens at one; null where it listens by nothing but https or a socket file.</returns>
    public static Uri? Of(IConfiguration settings) =>
        Listening(settings).Select(Reachable).FirstOrDefault(address => address is not null);

    /// <summary>A name that <c>AllowedHosts</c> lets through.</summary>
    public static string HostOf(IConfiguration settings)
    {
        var first = (settings["AllowedHosts"] ?? "*").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return first is [] || first.Contains("*") || first.Contains("localhost") ? "localhost" : first[0].Replace("*", "health", StringComparison.Ordinal);
    }

    // The order in which the server itself looks: its own section, then the addresses, then the ports.
    private static IEnumerable<string> Listening(IConfiguration settings)
    {
        string[] endpoints = [.. settings.GetSection("Kestrel:Endpoints").GetChildren().Select(one => one["Url"]).OfType<string>()];
        return endpoints.Length > 0 ? endpoints
            : Split(settings["urls"]) is { Length: > 0 } addresses ? addresses
            : Split(settings["http_ports"]) is { Length: > 0 } ports ? ports.Select(port => $"http://*:{port}")
            : Split(settings["https_ports"]).Length > 0 ? []
            : [Default];
    }

    private static string[] Split(string? list) =>
        (list ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static Uri? Reachable(string listening)
    {
        var binding = BindingAddress.Parse(listening);
        if (binding.Scheme != Uri.UriSchemeHttp || binding.IsUnixPipe || binding.IsNamedPipe || binding.Port == 0)
        {
            return null;
        }

        // Any other name than these makes Kestrel listen at every address.
        var isOne = IPAddress.TryParse(binding.Host, out var ip) && !ip.Equals(IPAddress.Any) && !ip.Equals(IPAddress.IPv6Any);
        return new UriBuilder(Uri.UriSchemeHttp, isOne ? binding.Host : "127.0.0.1", binding.Port).Uri;
    }
}
