using FluentValidation;
using PortalProxy.Appliance;
using PortalProxy.PublicSites;

namespace PortalProxy.Connector;

/// <summary>The format of each field that is there, whatever way was chosen. Prefilled fields that fail here are dropped.</summary>
public sealed class FieldFormatValidator : AbstractValidator<ConnectorFields>
{
    public FieldFormatValidator(PublicSite site, ConnectorDialect dialect)
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
                    ConnectorParameter.SessionKey.Name,
                    compact.All(char.IsAsciiLetterOrDigit)
                        ? FieldTexts.KeyShape(compact.Length, site.SessionKeyLength)
                        : FieldTexts.KeyLetters(site.SessionKeyLength));
            });

        RuleFor(fields => fields[ConnectorParameter.InvitationKey])
            .Must(text => text is null || InvitationKey.TryParse(text, out _))
            .WithMessage(FieldTexts.InvitationKey)
            .OverridePropertyName(ConnectorParameter.InvitationKey.Name);

        RuleFor(fields => fields[ConnectorParameter.IssueMenu])
            .Must(text => text is null or "1")
            .WithMessage(FieldTexts.IssueMenu)
            .OverridePropertyName(ConnectorParameter.IssueMenu.Name);

        RuleFor(fields => fields[ConnectorParameter.Id])
            .Must(text => text is null || RepresentativeId.TryParse(text, out _))
            .WithMessage(FieldTexts.Number)
            .OverridePropertyName(ConnectorParameter.Id.Name);

        RuleFor(fields => fields[ConnectorParameter.Locale])
            .Matches("^[A-Za-z]{2,8}([_-][A-Za-z0-9]{1,8}){0,3}$")
            .WithMessage(FieldTexts.Locale)
            .OverridePropertyName(ConnectorParameter.Locale.Name);

        this.OneLine(ConnectorParameter.RepresentativeName, "The name of the person", FieldRules.LongestText);
        this.OneLine(ConnectorParameter.CodeName, "The code name of the issue", FieldRules.LongestText);
        this.OneLine(ConnectorParameter.CustomerName, "Your name", FieldRules.LongestName);
        this.OneLine(ConnectorParameter.CustomerCompany, "Your company", FieldRules.LongestName);
        this.OneLine(ConnectorParameter.CustomerCompanyCode, "The company code", FieldRules.LongestName);
        this.OneLine(ConnectorParameter.ExternalKey, "The ticket number", FieldRules.LongestText);
        this.OneLine(ConnectorParameter.Skills, "The list of skills", FieldRules.LongestText);
        this.Lines(ConnectorParameter.Description, "The description", dialect.DescriptionLimit);
        Include(new CustomFieldValidator(site.Fields));
    }
}
