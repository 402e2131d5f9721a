using PortalProxy.Connector.Reading;
using System.Text;
using FluentValidation;
using PortalProxy.Languages;
using PortalProxy.PublicSites;

namespace PortalProxy.Connector.Rules;

/// <summary>The rules of the fields that an administrator declared, each by its kind, and of all custom attributes together.</summary>
public sealed class CustomFieldValidator : AbstractValidator<ConnectorFields>
{
    // Vendor documentation: 10 KB for all custom attributes together, the external key included.
    private const int MostBytesTogether = 10 * 1024;

    public CustomFieldValidator(IReadOnlyList<CustomField> declared, PortalTexts texts)
    {
        foreach (var field in declared)
        {
            var parameter = ConnectorParameter.Custom(field.CodeName);
            this.OneLine(texts, parameter, () => FieldRules.LabelOf(field), field.Length);
            RuleFor(fields => fields[parameter]).Custom((text, context) =>
            {
                if (text is not null && FindFault(field, text) is { } fault)
                {
                    context.AddFailure(parameter.Name, texts[fault, FieldRules.LabelOf(field)]);
                }
            });
        }

        RuleFor(fields => fields).Custom((fields, context) =>
        {
            ConnectorParameter[] attributes = [ConnectorParameter.ExternalKey, .. declared.Select(field => ConnectorParameter.Custom(field.CodeName))];
            var together = attributes.Sum(attribute => Encoding.UTF8.GetByteCount(fields[attribute] ?? ""));
            if (together > MostBytesTogether)
            {
                context.AddFailure(attributes.Last(attribute => fields[attribute] is not null).Name, texts["CustomTooLong", together, MostBytesTogether]);
            }
        });
    }

    /// <returns>The name of the text that says what is wrong.</returns>
    private static string? FindFault(CustomField field, string text) => field.Kind switch
    {
        CustomFieldKind.Choice when !field.Choices.Contains(text, StringComparer.Ordinal) => "CustomChoice",
        CustomFieldKind.Checkbox when text != CustomField.Ticked => "CustomCheckbox",
        CustomFieldKind.Text when field.Pattern?.IsMatch(text) == false => "CustomShape",
        _ => null,
    };
}
