using PortalProxy.Connector.Dialects;
using PortalProxy.Connector.Reading;
using PortalProxy.Connector.Rules;
using FluentValidation;
using FluentValidation.Results;
using Microsoft.Extensions.Localization;
using PortalProxy.Appliance;
using PortalProxy.Languages;
using PortalProxy.PublicSites;

namespace PortalProxy.Connector;

/// <summary>Decides on fields, for pages and route alike: the rules first, then whether who or what they name exists.</summary>
public sealed class ConnectorIntake(
    IValidator<ConnectorFields> validator,
    RepresentativeAuthority representatives,
    IssueMenus issues,
    ConnectorDialect dialect,
    PublicSite site,
    PageLanguage page,
    IStringLocalizer texts)
{
    public async Task<ConnectorDecision> DecideAsync(ConnectorFields fields, CancellationToken cancellationToken)
    {
        var verdict = await validator.ValidateAsync(fields, cancellationToken);
        if (!verdict.IsValid)
        {
            return new(null, verdict);
        }

        var customer = CustomerDetails.From(fields) with { Language = page.Wanted };
        return fields.Ways[0] switch
        {
            ConnectorWay.Representative => await DecideOnRepresentativeAsync(fields, customer, cancellationToken),
            ConnectorWay.Issue => await DecideOnIssueAsync(fields, customer, cancellationToken),
            ConnectorWay.SessionKey when SessionKey.TryParse(fields[ConnectorParameter.SessionKey], site.SessionKeyLength, out var key) =>
                Right(new ConnectorRequest.BySessionKey(key, customer)),
            ConnectorWay.Invitation when InvitationKey.TryParse(fields[ConnectorParameter.InvitationKey], out var key) =>
                Right(new ConnectorRequest.ByInvitation(key, customer)),
            _ => throw new InvalidOperationException("The rules let something pass that is no request."),
        };
    }

    private static ConnectorDecision Right(ConnectorRequest request) => new(request, new ValidationResult());

    private async Task<ConnectorDecision> DecideOnRepresentativeAsync(
        ConnectorFields fields, CustomerDetails customer, CancellationToken cancellationToken)
    {
        _ = RepresentativeId.TryParse(fields[ConnectorParameter.Id], out var id);
        var found = await representatives.FindAsync(id, fields[ConnectorParameter.RepresentativeName], cancellationToken);
        return found.Name is { } name
            ? Right(new ConnectorRequest.ByRepresentative(id, name, customer))
            : ConnectorDecision.Wrong(found.Field!, found.Fault!);
    }

    private async Task<ConnectorDecision> DecideOnIssueAsync(
        ConnectorFields fields, CustomerDetails customer, CancellationToken cancellationToken)
    {
        // Links may name issues that no list shows, so an id goes as it was sent; so does a code name, where the dialect has those.
        var codeName = fields[ConnectorParameter.CodeName];
        if (codeName is null || dialect.HasCodeNames)
        {
            IssueId? id = IssueId.TryParse(fields[ConnectorParameter.Id], out var number) ? number : null;
            return Right(new ConnectorRequest.ByIssue(id, codeName, customer));
        }

        var menu = await issues.GetAsync(cancellationToken);
        var issue = menu.Entries.FirstOrDefault(one => one.CodeName == codeName);
        return issue is null
            ? ConnectorDecision.Wrong(ConnectorParameter.CodeName, texts["IssueUnknown"])
            : Right(new ConnectorRequest.ByIssue(new IssueId(issue.Id), null, customer));
    }
}
