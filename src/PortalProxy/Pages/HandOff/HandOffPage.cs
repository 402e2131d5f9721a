using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using PortalProxy.Appliance;
using PortalProxy.Connector;
using PortalProxy.Hosting;
using PortalProxy.Pages.Start;
using PortalProxy.PublicSites;

namespace PortalProxy.Pages.HandOff;

/// <summary>
/// Words the answer to a phone. A page with a link, not a redirect: browsers block a form's redirect to another origin under
/// <c>form-action 'self'</c>.
/// </summary>
internal sealed class HandOffPage(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context, PublicSite site, ApplianceOptions options, IModelMetadataProvider metadata)
    {
        await next(context);
        if (context.Features.Get<ConnectorHandOff>() is not { } handOff || context.Response.HasStarted)
        {
            return;
        }

        var page = new ViewResult
        {
            ViewName = "/Pages/HandOff/HandOff.cshtml",
            ViewData = new ViewDataDictionary<HandOffDescription>(metadata, new ModelStateDictionary())
            {
                Model = new(PhoneApp.For(site, options, handOff.Fields), handOff.Link, Reference.Of(context)),
            },
        };
        await page.ExecuteResultAsync(new ActionContext(context, context.GetRouteData(), new ActionDescriptor()));
    }
}
