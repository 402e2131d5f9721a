using PortalProxy.Appliance;
using PortalProxy.Check.Trial;
using PortalProxy.Settings;

namespace PortalProxy.Check;

/// <summary><c>dotnet PortalProxy.dll check</c>: what stands between these settings and a portal that works.</summary>
internal static class CheckCommand
{
    private const int AllIsWell = 0;
    private const int SomethingFailed = 1;
    private const int WrongArguments = 2;

    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(string[] arguments, TextWriter output, TextWriter errors, CancellationToken cancellationToken)
    {
        if (!CheckArguments.TryParse(arguments, out var asked))
        {
            await errors.WriteLineAsync(CheckArguments.Usage);
            return WrongArguments;
        }

        var report = new Report();
        try
        {
            await using var start = await PortalStart.FromAsync(asked.Settings);
            report.Add("Settings", SettingsCheck.Of(start.Settings, start.IsSimulated));
            await AskAsync(asked.Try, start.Settings, report, cancellationToken);
        }
        catch (SettingsException wrong)
        {
            SettingsCheck.Report(wrong, report);
        }

        await (asked.Json ? JsonReport.WriteAsync(report, output) : TextReport.WriteAsync(report, output));
        return report.HasFailed ? SomethingFailed : AllIsWell;
    }

    private static async Task AskAsync(TriedWay? way, PortalSettings settings, Report report, CancellationToken cancellationToken)
    {
        var appliance = settings.Appliance;
        var redaction = Redaction.Of(appliance, way is TriedWay.Key key ? [key.Typed.Reveal()] : []);
        var hosts = settings.Sites.All.Select(site => site.ApplianceHost).Distinct(StringComparer.OrdinalIgnoreCase).ToArray();
        if (way is not null)
        {
            await using var tried = new ApplianceUnderCheck(appliance.BaseUrl, appliance);
            await new TrialCheck(tried, settings, redaction, report).AskAsync(way, cancellationToken);
            return;
        }

        foreach (var address in appliance.BackupUrls.Prepend(appliance.BaseUrl))
        {
            report.Add(address.AbsoluteUri, await AskAsync(address, appliance, hosts, redaction, cancellationToken));
        }
    }

    private static async Task<IReadOnlyList<Finding>> AskAsync(
        Uri address, ApplianceOptions settings, string?[] hosts, Redaction redaction, CancellationToken cancellationToken)
    {
        await using var appliance = new ApplianceUnderCheck(address, settings);
        var check = new AddressCheck(appliance, hosts, redaction);
        await check.AskAsync(cancellationToken);
        await check.AskForClientsAsync(cancellationToken);
        return check.Lines;
    }
}
