using PortalProxy.Check.Client;
using PortalProxy.Check.Command;
using PortalProxy.Check.Connection;
using PortalProxy.Settings;

namespace PortalProxy.Check;

/// <summary>The settings as the portal reads them, every mistake at once.</summary>
internal static class SettingsCheck
{
    private const string Step = "settings";

    public static IEnumerable<Finding> Of(PortalSettings settings, bool isSimulated)
    {
        yield return Finding.Ok(
            Step,
            isSimulated
                ? "can be read; they ask for the simulated appliance, which was started for this check"
                : $"can be read; dialect {settings.Appliance.SessionApi}");
        foreach (var name in settings.Unknown)
        {
            yield return new(Step, Verdict.Warning, $"{name} is a setting that nobody reads", "Look for a typing error in its name, or take it out.");
        }
    }

    public static void Report(SettingsException wrong, Report report)
    {
        // Each mistake says already how to mend it.
        report.Add("Settings", wrong.Mistakes.Select(mistake => new Finding(Step, Verdict.Failed, mistake)));
        const string Why = "the settings can't be read";
        report.Add(
            "Appliance",
            [
                .. new[] { NameCheck.Step, ConnectionCheck.Step, CertificateCheck.Step }.Select(step => Finding.NotAsked(step, Why)),
                .. CommandCheck.NotAsked(Why),
                Finding.NotAsked(ClientCheck.Step, Why),
            ]);
    }
}
