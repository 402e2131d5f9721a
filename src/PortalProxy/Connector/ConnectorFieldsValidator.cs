using FluentValidation;
using FluentValidation.Results;
using PortalProxy.PublicSites;

namespace PortalProxy.Connector;

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
                context.AddFailure(new ValidationFailure("", fields.Ways.Count == 0 ? FieldTexts.ChooseOneWay : FieldTexts.SeveralWays));
            }
        });

        Include(formats);

        When(fields => fields.Ways is [ConnectorWay.Issue], () =>
        {
            foreach (var field in site.Fields.Where(field => field.Required))
            {
                var parameter = ConnectorParameter.Custom(field.CodeName);
                RuleFor(fields => fields[parameter])
                    .NotNull().WithMessage(FieldTexts.CustomMissing(field.Label))
                    .OverridePropertyName(parameter.Name);
            }

            RuleFor(fields => fields[ConnectorParameter.IssueMenu])
                .NotNull().WithMessage(FieldTexts.IssueMenu)
                .OverridePropertyName(ConnectorParameter.IssueMenu.Name);
            RuleFor(fields => fields[ConnectorParameter.CodeName])
                .Null().When(fields => fields[ConnectorParameter.Id] is not null).WithMessage(FieldTexts.IssueTwice)
                .OverridePropertyName(ConnectorParameter.CodeName.Name);
        });

        When(fields => fields.Ways is [ConnectorWay.Representative], () =>
            RuleFor(fields => fields[ConnectorParameter.Id])
                .NotNull().WithMessage(FieldTexts.RepresentativeIdMissing)
                .OverridePropertyName(ConnectorParameter.Id.Name));
    }
}
