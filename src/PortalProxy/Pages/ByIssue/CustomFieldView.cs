using Microsoft.AspNetCore.Mvc.ModelBinding;
using PortalProxy.Connector;
using PortalProxy.PublicSites;

namespace PortalProxy.Pages.ByIssue;

/// <summary>One declared field as the form shows it.</summary>
public sealed record CustomFieldView(CustomField Field, string Id, string Name, string Value, string Label, FieldError Error)
{
    public static CustomFieldView Of(WayForm form, CustomField field, ModelStateDictionary state)
    {
        var parameter = ConnectorParameter.Custom(field.CodeName);
        var label = field.LabelIn("en");
        return new(
            field,
            form.IdOf(parameter),
            parameter.Name,
            form.Fields.Typed(parameter),
            field.Required ? label : $"{label} (optional)",
            form.ErrorOf(parameter, state));
    }
}
