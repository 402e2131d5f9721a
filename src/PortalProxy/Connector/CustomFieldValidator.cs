using System.Text;
using FluentValidation;
using PortalProxy.PublicSites;

namespace PortalProxy.Connector;

/// <summary>The rules of the fields that an administrator declared, each by its kind, and of all custom attributes together.</summary>
public sealed class CustomFieldValidator : AbstractValidator<ConnectorFields>
{
    // Vendor documentation: 10 KB for all custom attributes together, the external key included.
    private const int MostBytesTogether = 10 * 1024;

    public CustomFieldValidator(IReadOnlyList<CustomField> declared)
    {
        foreach (var field in declared)
        {
            var parameter = ConnectorParameter.Custom(field.CodeName);
            this.OneLine(parameter, field.Label, field.Length);
            RuleFor(fields => fields[parameter]).Custom((text, context) =>
            {
                if (text is not null && FindFault(field, text) is { } fault)
                {
                    context.AddFailure(parameter.Name, fault);
                }
            });
        }

        RuleFor(fields => fields).Custom((fields, context) =>
        {
            ConnectorParameter[] attributes = [ConnectorParameter.ExternalKey, .. declared.Select(field => ConnectorParameter.Custom(field.CodeName))];
            var together = attributes.Sum(attribute => Encoding.UTF8.GetByteCount(fields[attribute] ?? ""));
            if (together > MostBytesTogether)
            {
                context.AddFailure(attributes.Last(attribute => fields[attribute] is not null).Name, FieldTexts.CustomTooLong(together, MostBytesTogether));
            }
        });
    }

    private static string? FindFault(CustomField field, string text) => field.Kind switch
    {
        CustomFieldKind.Choice when !field.Choices.Contains(text, StringComparer.Ordinal) => FieldTexts.CustomChoice(field.Label),
        CustomFieldKind.Checkbox when text != CustomField.Ticked => FieldTexts.CustomCheckbox(field.Label),
        CustomFieldKind.Text when field.Pattern?.IsMatch(text) == false => FieldTexts.CustomShape(field.Label),
        _ => null,
    };
}
