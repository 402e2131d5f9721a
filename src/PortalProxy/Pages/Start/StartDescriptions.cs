using PortalProxy.Connector.Reading;
using PortalProxy.Appliance;
using PortalProxy.Connector;
using PortalProxy.Hosting;
using PortalProxy.Languages;
using PortalProxy.PublicSites;

namespace PortalProxy.Pages.Start;

/// <summary>Describes the start of a checked request.</summary>
public sealed class StartDescriptions(IssueMenus issues, PublicSite site, ApplianceOptions options, PageLanguage page)
{
    public async Task<StartDescription> DescribeAsync(
        ConnectorRequest request, ConnectorFields fields, HttpContext context, bool submitted)
    {
        // The name comes from the directory; the route checks it against the directory once more.
        var complete = request is ConnectorRequest.ByRepresentative { Name: var name }
            ? fields.With(ConnectorParameter.RepresentativeName, name)
            : fields;

        var userAgent = context.Request.Headers.UserAgent.ToString();
        var system = CustomerSystem.From(userAgent);
        return new(
            await NameAsync(request, context.RequestAborted),
            request.Way,
            // The address of the form carries a chosen language.
            [.. complete.Present.Where(one => !page.IsChosen || one != ConnectorParameter.Locale).Select(one => KeyValuePair.Create(one.Name, complete[one]!))],
            system,
            StartSteps.For(system, CustomerBrowsers.From(userAgent)),
            site.ClientFile,
            PhoneApp.For(site, options, fields),
            submitted,
            StartsByItself: submitted && site.AutoStart && system.DownloadsFile,
            Agreed: fields[ConnectorParameter.Agreement] == ConnectorFields.Agreed,
            Reference.Of(context));
    }

    private async Task<string?> NameAsync(ConnectorRequest request, CancellationToken cancellationToken) => request switch
    {
        ConnectorRequest.ByRepresentative one => one.Name,
        ConnectorRequest.ByIssue one => (await issues.GetAsync(cancellationToken)).Entries
            .FirstOrDefault(entry => entry.Id == one.Id?.Value || one.CodeName is not null && entry.CodeName == one.CodeName)?.Title,
        _ => null,
    };
}
