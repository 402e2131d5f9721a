using PortalProxy.Connector.Reading;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using PortalProxy.Languages;
using PortalProxy.PublicSites;

namespace PortalProxy.Pages.ByIssue;

/// <summary>One declared field as the form shows it.</summary>
public sealed record CustomFieldView(CustomField Field, string Id, string Name, string Value, WordedText Label, FieldError Error)
{
    public static CustomFieldView Of(WayForm form, CustomField field, Language language, ModelStateDictionary state)
    {
        var parameter = ConnectorParameter.Custom(field.CodeName);
        return new(
            field,
            form.IdOf(parameter),
            parameter.Name,
            form.Fields.Typed(parameter),
            field.Label.In(language),
            form.ErrorOf(parameter, state));
    }
}
