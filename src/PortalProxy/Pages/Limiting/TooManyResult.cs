using Microsoft.AspNetCore.Mvc;
using PortalProxy.Connector;
using PortalProxy.Connector.Reading;

namespace PortalProxy.Pages.Limiting;

/// <summary>Answers 429 with <c>Retry-After</c>; the page of refusals words it, with the form and what was typed.</summary>
internal sealed class TooManyResult(ConnectorFields fields, TimeSpan wait) : ActionResult
{
    public override void ExecuteResult(ActionContext context) => ConnectorRefusal.TooMany(context.HttpContext, fields, wait);
}
