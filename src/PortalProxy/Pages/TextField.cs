using PortalProxy.Connector.Reading;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace PortalProxy.Pages;

/// <summary>One line of text in a way's form.</summary>
public sealed record TextField(string Id, string Name, string Label, string Value, string AutoComplete, FieldError Error)
{
    public static TextField Of(
        WayForm form, ConnectorParameter parameter, string label, string autoComplete, ModelStateDictionary state) => new(
        form.IdOf(parameter), parameter.Name, label, form.Fields.Typed(parameter), autoComplete, form.ErrorOf(parameter, state));
}
