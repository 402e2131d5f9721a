using PortalProxy.Connector.Reading;
using FluentValidation.AspNetCore;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PortalProxy.Connector;
using PortalProxy.Pages.Start;

namespace PortalProxy.Pages;

/// <summary>What the pages of the three ways have in common: a form that posts to its own page and leads to the start page.</summary>
public abstract class WayPage(WayPageParts parts, ConnectorWay way, string section) : PageModel
{
    public WayForm Form { get; private set; } = new(section, ConnectorFields.None, Offer.Nothing);

    /// <summary>Whether this way is switched on.</summary>
    protected abstract bool IsOffered(Offer offer);

    /// <summary>What is missing where nothing was chosen or entered, and the name of the text that says so.</summary>
    protected abstract (ConnectorParameter Parameter, string Text) Missing { get; }

    /// <summary>Adds what the page itself stands for.</summary>
    protected virtual ConnectorFields Complete(ConnectorFields fields) => fields;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        await OpenAsync(parts.Prefill.Read(Request), cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var fields = Complete(await parts.Reader.ReadAsync(Request, cancellationToken));
        if (!await OpenAsync(fields, cancellationToken))
        {
            return NotFound();
        }

        // Whoever began within the opening hours may finish.
        Form = Form with { Offer = Form.Offer with { Closed = null } };
        if (fields.Faults.Count == 0 && !fields.Ways.Contains(way))
        {
            ModelState.AddModelError(Missing.Parameter.Name, parts.Texts[Missing.Text]);
            return TryAgain();
        }

        var decision = await parts.Intake.DecideAsync(fields, cancellationToken);
        if (decision.Request is { } request)
        {
            return StartPage.Show(this, await parts.Starts.DescribeAsync(request, fields, HttpContext, submitted: true));
        }

        decision.Verdict.AddToModelState(ModelState);
        return TryAgain();
    }

    private PageResult TryAgain()
    {
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    private async Task<bool> OpenAsync(ConnectorFields fields, CancellationToken cancellationToken)
    {
        Form = new(section, fields, await parts.Offers.GetAsync(cancellationToken));
        return IsOffered(Form.Offer);
    }
}
