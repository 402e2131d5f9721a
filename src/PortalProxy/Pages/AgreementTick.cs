using Microsoft.AspNetCore.Mvc.ModelBinding;
using PortalProxy.Connector.Reading;

namespace PortalProxy.Pages;

/// <summary>The box to tick before a start, where the site asks for it.</summary>
public sealed record AgreementTick(string Id, bool IsTicked, FieldError Error)
{
    public static AgreementTick Of(WayForm form, ModelStateDictionary state) => new(
        form.IdOf(ConnectorParameter.Agreement),
        form.Fields[ConnectorParameter.Agreement] == ConnectorFields.Agreed,
        form.ErrorOf(ConnectorParameter.Agreement, state));
}
