using PortalProxy.Benchmarks.Machine;
using PortalProxy.SimulatedAppliance;

namespace PortalProxy.Benchmarks.Peers;

/// <summary>The published portal as an administrator runs it, with limits that one machine's load does not reach.</summary>
internal static class PortalCommand
{
    private const string Roomy = "1000000";

    public static Command Of(string published, int port, int origin)
    {
        var account = new SimulatedApplianceOptions();
        return new("dotnet", ["PortalProxy.dll"], published)
        {
            Environment = new Dictionary<string, string>
            {
                ["ASPNETCORE_ENVIRONMENT"] = "Production",
                ["ASPNETCORE_URLS"] = $"http://127.0.0.1:{port}",
                ["AllowedHosts"] = "127.0.0.1",
                ["Appliance__BaseUrl"] = $"http://127.0.0.1:{origin}",
                ["Appliance__Username"] = account.Username,
                ["Appliance__Password"] = account.Password,
                ["Portal__RateLimits__ConnectorRequestsPerMinute"] = Roomy,
                ["Portal__RateLimits__PagesPerMinute"] = Roomy,
                ["Portal__RateLimits__ConcurrentDownloads"] = Roomy,
                ["Portal__DrainDelay"] = "00:00:00",
            },
        };
    }
}
