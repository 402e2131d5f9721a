using PortalProxy.Connector.Dialects;
using PortalProxy.Connector.Reading;
using FluentValidation;
using PortalProxy.Appliance;
using PortalProxy.PublicSites;

namespace PortalProxy.Connector.Rules;

/// <summary>The format of each field that is there, whatever way was chosen. Prefilled fields that fail here are dropped.</summary>
public sealed class FieldFormatValidator : AbstractValidator<ConnectorFields>
{
    public FieldFormatValidator(PublicSite site, ConnectorDialect dialect)
    {
        var texts = site.Texts;
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
                        ? texts["KeyShape", site.SessionKeyLength, compact.Length]
                        : texts["KeyLetters", site.SessionKeyLength]);
            });

        RuleFor(fields => fields[ConnectorParameter.InvitationKey])
            .Must(text => text is null || InvitationKey.TryParse(text, out _))
            .WithMessage(_ => texts["LinkIncomplete"])
            .OverridePropertyName(ConnectorParameter.InvitationKey.Name);

        RuleFor(fields => fields[ConnectorParameter.IssueMenu])
            .Must(text => text is null or "1")
            .WithMessage(_ => texts["IssueMenuWrong"])
            .OverridePropertyName(ConnectorParameter.IssueMenu.Name);

        RuleFor(fields => fields[ConnectorParameter.Id])
            .Must(text => text is null || RepresentativeId.TryParse(text, out _))
            .WithMessage(_ => texts["NumberWrong"])
            .OverridePropertyName(ConnectorParameter.Id.Name);

        RuleFor(fields => fields[ConnectorParameter.Locale])
            .Matches("^[A-Za-z]{2,8}([_-][A-Za-z0-9]{1,8}){0,3}$")
            .WithMessage(_ => texts["LocaleWrong"])
            .OverridePropertyName(ConnectorParameter.Locale.Name);

        this.OneLine(texts, ConnectorParameter.RepresentativeName, () => texts["LabelRepresentative"], FieldRules.LongestText);
        this.OneLine(texts, ConnectorParameter.CodeName, () => texts["LabelCodeName"], FieldRules.LongestText);
        this.OneLine(texts, ConnectorParameter.CustomerName, () => texts["CustomerName"], FieldRules.LongestName);
        this.OneLine(texts, ConnectorParameter.CustomerCompany, () => texts["CustomerCompany"], FieldRules.LongestName);
        this.OneLine(texts, ConnectorParameter.CustomerCompanyCode, () => texts["CustomerCompanyCode"], FieldRules.LongestName);
        this.OneLine(texts, ConnectorParameter.ExternalKey, () => texts["LabelExternalKey"], FieldRules.LongestText);
        this.OneLine(texts, ConnectorParameter.Skills, () => texts["LabelSkills"], FieldRules.LongestText);
        this.Lines(texts, ConnectorParameter.Description, () => texts["LabelDescription"], dialect.DescriptionLimit);
        Include(new CustomFieldValidator(site.Fields, texts));
    }
}
