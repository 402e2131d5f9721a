using PortalProxy.Appliance;
using PortalProxy.Settings;

namespace PortalProxy.PublicSites;

/// <summary>Reads <c>Portal:Issues:0:Id</c>, <c>:Title</c>, <c>:CodeName</c>.</summary>
internal static class ConfiguredIssues
{
    public static IReadOnlyList<Issue> Read(SettingReader portal) => [.. portal.Items("Issues").Select(ReadIssue)];

    private static Issue ReadIssue(SettingReader settings)
    {
        if (settings.Text("Id") is null)
        {
            settings.Mistake("Id", "is missing", "Write the issue's number on the appliance.");
        }

        if (settings.Text("Title") is null)
        {
            settings.Mistake("Title", "is missing", "Write what a customer is to read.");
        }

        return new(
            settings.Value<IssueId>("Id", default, IssueId.TryParse, "Write a whole number from 1 to 2147483647."),
            settings.Text("Title") ?? "",
            settings.Text("CodeName"));
    }
}
