using PortalProxy.Connector.Reading;
using FluentValidation;
using FluentValidation.Results;
using PortalProxy.PublicSites;

namespace PortalProxy.Connector.Rules;

/// <summary>The one set of rules for pages and route: exactly one way, and all that this way needs, each in its format.</summary>
public sealed class ConnectorFieldsValidator : AbstractValidator<ConnectorFields>
{
    public ConnectorFieldsValidator(FieldFormatValidator formats, PublicSite site)
    {
        RuleFor(fields => fields).Custom((fields, context) =>
        {
            foreach (var fault in fields.Faults)
            {
                context.AddFailure(fault);
            }

            // What could not be read may be just what names the way.
            if (fields.Ways.Count != 1 && (fields.Ways.Count > 1 || fields.Faults.Count == 0))
            {
                context.AddFailure(new ValidationFailure("", site.Texts[fields.Ways.Count == 0 ? "MissingWay" : "SeveralWays"]));
            }
        });

        Include(formats);

        if (site.Agreement is not null)
        {
            RuleFor(fields => fields[ConnectorParameter.Agreement])
                .Equal(ConnectorFields.Agreed).WithMessage(_ => site.Texts["AgreementMissing"])
                .OverridePropertyName(ConnectorParameter.Agreement.Name);
        }

        When(fields => fields.Ways is [ConnectorWay.Issue], () =>
        {
            foreach (var field in site.Fields.Where(field => field.Required))
            {
                var parameter = ConnectorParameter.Custom(field.CodeName);
                RuleFor(fields => fields[parameter])
                    .NotNull().WithMessage(_ => site.Texts["CustomMissing", FieldRules.LabelOf(field)])
                    .OverridePropertyName(parameter.Name);
            }

            RuleFor(fields => fields[ConnectorParameter.IssueMenu])
                .NotNull().WithMessage(_ => site.Texts["IssueMenuWrong"])
                .OverridePropertyName(ConnectorParameter.IssueMenu.Name);
            RuleFor(fields => fields[ConnectorParameter.CodeName])
                .Null().When(fields => fields[ConnectorParameter.Id] is not null).WithMessage(_ => site.Texts["IssueTwice"])
                .OverridePropertyName(ConnectorParameter.CodeName.Name);
        });

        When(fields => fields.Ways is [ConnectorWay.Representative], () =>
            RuleFor(fields => fields[ConnectorParameter.Id])
                .NotNull().WithMessage(_ => site.Texts["PersonIdMissing"])
                .OverridePropertyName(ConnectorParameter.Id.Name));
    }
}
