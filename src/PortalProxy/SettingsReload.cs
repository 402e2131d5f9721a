using Microsoft.Extensions.Configuration.Json;
using Microsoft.Extensions.Primitives;
using PortalProxy.PublicSites;
using PortalProxy.Settings;

namespace PortalProxy;

/// <summary>
/// Reads the settings again when one of their files changes: what customers see follows at once, the rest at the next start. A
/// change that is wrong is refused with the messages that would have stopped the start, and the old settings stay.
/// </summary>
internal sealed partial class SettingsReload(ConfigurationManager configuration, SitesInForce sites, ILogger<SettingsReload> logger)
    : IHostedService, IDisposable
{
    private IDisposable? watch;
    private volatile bool isRefused;

    /// <summary>One word for health checks.</summary>
    public static string StateOf(IServiceProvider services) => services.GetRequiredService<SettingsReload>().isRefused ? "a change was refused" : "good";

    public Task StartAsync(CancellationToken cancellationToken)
    {
        // A file that can't be read leaves no settings behind; Reload finds that out and says it.
        foreach (var file in Files)
        {
            file.OnLoadException = context => context.Ignore = true;
        }

        watch = ChangeToken.OnChange(((IConfiguration)configuration).GetReloadToken, Reload);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        Dispose();
        return Task.CompletedTask;
    }

    public void Dispose() => watch?.Dispose();

    private IEnumerable<JsonConfigurationSource> Files => ((IConfigurationBuilder)configuration).Sources.OfType<JsonConfigurationSource>();

    private void Reload()
    {
        try
        {
            foreach (var file in Files)
            {
                EnsureReadable(file);
            }

            sites.Replace(PortalSettings.Read(configuration).Sites);
            isRefused = false;
            Log.Reloaded(logger);
        }
        catch (SettingsException wrong)
        {
            isRefused = true;
            Log.Refused(logger, string.Join(" ", wrong.Mistakes));
        }
    }

    /// <exception cref="SettingsException">It is no JSON.</exception>
    private static void EnsureReadable(JsonConfigurationSource file)
    {
        if (file.FileProvider?.GetFileInfo(file.Path ?? "") is { Exists: true } found && JsonSettings.FaultOf(found) is { } fault)
        {
            throw new SettingsException([$"{found.Name} can't be read: {fault}"]);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "The settings have changed. What customers see follows them; settings of Appliance: and of the server wait for the next start.")]
        public static partial void Reloaded(ILogger logger);

        [LoggerMessage(2, LogLevel.Error, "The settings have changed and are wrong; the old ones stay in force. {Mistakes}")]
        public static partial void Refused(ILogger logger, string mistakes);
    }
}
