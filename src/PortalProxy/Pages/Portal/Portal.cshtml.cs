using PortalProxy.Connector.Reading;
using FluentValidation.AspNetCore;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PortalProxy.Connector;
using PortalProxy.Pages.Start;

namespace PortalProxy.Pages.Portal;

/// <summary>The portal: all ways that are switched on. With <c>?ak=</c> it is the start page of an invitation link.</summary>
public sealed class PortalModel(WayPageParts parts) : PageModel
{
    public Offer Offer { get; private set; } = Offer.Nothing;

    public ConnectorFields Fields { get; private set; } = ConnectorFields.None;

    /// <summary>What a way's form is prefilled with: on this page an id is an issue's, unless a name stands beside it.</summary>
    public ConnectorFields FieldsOf(string section) =>
        section == WayForm.Representatives && Fields[ConnectorParameter.RepresentativeName] is null ? Fields.Without([ConnectorParameter.Id]) : Fields;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        Offer = await parts.Offers.GetAsync(cancellationToken);
        Fields = parts.Prefill.Read(Request);

        var sent = parts.Reader.ReadQueryOnly(Request).Without([ConnectorParameter.Agreement]);
        if (!sent.Ways.Contains(ConnectorWay.Invitation))
        {
            return Page();
        }

        // The start page asks for the agreement, and the connector route insists on it.
        var decision = await parts.Intake.DecideAsync(sent.With(ConnectorParameter.Agreement, ConnectorFields.Agreed), cancellationToken);
        if (decision.Request is { } request)
        {
            // Mail scanners open links and run scripts, so nothing starts until a person presses the button.
            return StartPage.Show(this, await parts.Starts.DescribeAsync(request, sent, HttpContext, submitted: false));
        }

        decision.Verdict.AddToModelState(ModelState);
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }
}
