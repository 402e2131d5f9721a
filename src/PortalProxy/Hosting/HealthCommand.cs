using PortalProxy.Settings;

namespace PortalProxy.Hosting;

/// <summary>
/// <c>dotnet PortalProxy.dll health</c>: asks the portal that runs beside it with the same settings, over loopback. For a
/// container's health check: the image has no shell and no curl.
/// </summary>
public static class HealthCommand
{
    private const int Healthy = 0;

    // Docker gives other codes meanings of its own.
    private const int Unhealthy = 1;

    private const string Usage = "Usage: dotnet PortalProxy.dll health [live]. It asks /readyz, or with \"live\" /livez. Exit code: 0 yes, 1 no.";

    /// <summary>Shorter than a health check may take by default, so that the reason is told.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(string[] arguments, TextWriter output, CancellationToken cancellationToken)
    {
        var (isHealthy, line) = arguments switch
        {
            [] => await AskAsync(Health.ReadyPath, cancellationToken),
            ["live"] => await AskAsync(Health.LivePath, cancellationToken),
            _ => (false, Usage),
        };
        await output.WriteLineAsync(line);
        return isHealthy ? Healthy : Unhealthy;
    }

    private static async Task<(bool IsHealthy, string Line)> AskAsync(string path, CancellationToken cancellationToken)
    {
        var settings = WebApplication.CreateBuilder().Configuration;
        settings.AddSettingsFile();
        settings.AddSecretsFolder();
        var asked = path;
        try
        {
            if (OwnAddress.Of(settings) is not { } address)
            {
                return (false, "The portal listens at no address that can be asked: set ASPNETCORE_HTTP_PORTS or ASPNETCORE_URLS to one of http.");
            }

            asked = new Uri(address, path).AbsoluteUri;
            using var handler = new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false };
            using var client = new HttpClient(handler) { Timeout = Patience };
            using var request = new HttpRequestMessage(HttpMethod.Get, asked);
            request.Headers.Host = OwnAddress.HostOf(settings);
            using var answer = await client.SendAsync(request, cancellationToken);
            return (answer.IsSuccessStatusCode, $"{asked} {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync(cancellationToken)}");
        }
        catch (Exception failure) when (failure is HttpRequestException or OperationCanceledException or FormatException)
        {
            return (false, $"{asked} {failure.Message}");
        }
    }
}
