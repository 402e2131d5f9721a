using FluentValidation.AspNetCore;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using PortalProxy.Connector;
using PortalProxy.Connector.Reading;
using PortalProxy.Hosting;

namespace PortalProxy.Pages.Refusal;

/// <summary>
/// Words every answer that has a status of 400 or more and no body of its own: as a page with the form and what was typed, or
/// as a problem document (RFC 9457) for whoever prefers JSON. It has no public address.
/// </summary>
public sealed class RefusalModel(Offers offers, IStringLocalizer texts) : PageModel, IAnswersEveryMethod
{
    public RefusalWording Wording { get; private set; } = new("", "");

    /// <summary>The form for the next try, and the partial that shows it; null where no form would help.</summary>
    public (WayForm Form, string Partial)? Next { get; private set; }

    /// <summary>What a host page is told: <c>refused</c>, <c>unavailable</c> or <c>error</c>.</summary>
    public string Reason => Response.StatusCode switch
    {
        StatusCodes.Status422UnprocessableEntity => "refused",
        StatusCodes.Status429TooManyRequests or >= StatusCodes.Status500InternalServerError => "unavailable",
        _ => "error",
    };

    /// <summary>Whether another site's page posted here, or one whose sandbox hides where it comes from.</summary>
    public bool IsFromElsewhere => Response.StatusCode == StatusCodes.Status403Forbidden;

    /// <summary>Whether the fault is not the customer's to mend, so that other ways to get help are named.</summary>
    public bool IsOutage => Response.StatusCode >= StatusCodes.Status500InternalServerError;

    public string Reference => Hosting.Reference.Of(HttpContext);

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var status = Response.StatusCode;
        if (HttpContext.Features.Get<IStatusCodeReExecuteFeature>() is null && HttpContext.Features.Get<IExceptionHandlerFeature>() is null)
        {
            context.Result = NotFound();
            return;
        }

        var refusal = HttpContext.Features.Get<ConnectorRefusal>();
        Wording = RefusalWording.Of(status, refusal, texts);
        Response.Headers.CacheControl = "no-store";
        if (Negotiation.PrefersJson(Request))
        {
            context.Result = RefusalProblem.Of(status, Wording, refusal, Reference);
            return;
        }

        if (refusal is not null)
        {
            refusal.Verdict.AddToModelState(ModelState);
            Next = NextTry(refusal, await offers.GetAsync(HttpContext.RequestAborted));
        }

        // Set here, since Razor Pages would answer OPTIONS with an empty 200 in the place of the refusal.
        context.Result = Page();
    }

    private static (WayForm Form, string Partial)? NextTry(ConnectorRefusal refusal, Offer offer) => refusal.Fields.Ways switch
    {
        _ when refusal.Verdict.Errors is [{ PropertyName: var only }] && only == ConnectorParameter.Agreement.Name =>
            Show(refusal, offer, WayForm.Start, "/Pages/Start/_Agree.cshtml"),
        [ConnectorWay.SessionKey] when offer.SessionKey => Show(refusal, offer, WayForm.SessionKey, "/Pages/BySessionKey/_Form.cshtml"),
        [ConnectorWay.Invitation] when offer.SessionKey => Show(refusal, offer, WayForm.SessionKey, "/Pages/BySessionKey/_Form.cshtml"),
        [ConnectorWay.Representative] when offer.Representatives => Show(refusal, offer, WayForm.Representatives, "/Pages/ByRepresentative/_Form.cshtml"),
        [ConnectorWay.Issue] when offer.Issue => Show(refusal, offer, WayForm.Issue, "/Pages/ByIssue/_Form.cshtml"),
        _ => null,
    };

    private static (WayForm Form, string Partial) Show(ConnectorRefusal refusal, Offer offer, string section, string partial) =>
        (new(section, refusal.Fields, offer), partial);
}
