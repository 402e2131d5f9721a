using FluentValidation;
using PortalProxy.Appliance;
using PortalProxy.PublicSites;

namespace PortalProxy.Connector;

/// <summary>The format of each field that is there, whatever way was chosen. Prefilled fields that fail here are dropped.</summary>
public sealed class FieldFormatValidator : AbstractValidator<ConnectorFields>
{
    public FieldFormatValidator(PublicSite site)
    {
        RuleFor(fields => fields[ConnectorParameter.SessionKey])
            .Custom((text, context) =>
            {
                if (text is null || SessionKey.TryParse(text, site.SessionKeyLength, out _))
                {
                    return;
                }

                var compact = SessionKey.WithoutSeparators(text);
                context.AddFailure(
                    ParameterNames.Own(ConnectorParameter.SessionKey),
                    compact.All(char.IsAsciiLetterOrDigit)
                        ? FieldTexts.KeyShape(compact.Length, site.SessionKeyLength)
                        : FieldTexts.KeyLetters(site.SessionKeyLength));
            });

        RuleFor(fields => fields[ConnectorParameter.InvitationKey])
            .Must(text => text is null || InvitationKey.TryParse(text, out _))
            .WithMessage(FieldTexts.InvitationKey)
            .OverridePropertyName(ParameterNames.Own(ConnectorParameter.InvitationKey));

        RuleFor(fields => fields[ConnectorParameter.IssueMenu])
            .Must(text => text is null or "1")
            .WithMessage(FieldTexts.IssueMenu)
            .OverridePropertyName(ParameterNames.Own(ConnectorParameter.IssueMenu));

        RuleFor(fields => fields[ConnectorParameter.Id])
            .Must(text => text is null || RepresentativeId.TryParse(text, out _))
            .WithMessage(FieldTexts.Number)
            .OverridePropertyName(ParameterNames.Own(ConnectorParameter.Id));

        this.OneLine(ConnectorParameter.RepresentativeName, "The name of the person", FieldRules.LongestText);
        this.OneLine(ConnectorParameter.CodeName, "The code name of the issue", FieldRules.LongestText);
        this.OneLine(ConnectorParameter.CustomerName, "Your name", FieldRules.LongestName);
        this.OneLine(ConnectorParameter.CustomerCompany, "Your company", FieldRules.LongestName);
        this.OneLine(ConnectorParameter.CustomerCompanyCode, "The company code", FieldRules.LongestName);
        this.OneLine(ConnectorParameter.ExternalKey, "The ticket number", FieldRules.LongestText);
        this.Lines(ConnectorParameter.Description, "The description", FieldRules.LongestText);
    }
}
