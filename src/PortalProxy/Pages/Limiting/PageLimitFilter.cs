using Microsoft.AspNetCore.Mvc.Filters;
using PortalProxy.Connector.Reading;

namespace PortalProxy.Pages.Limiting;

/// <summary>Counts the pages of each client. What a page loads, and what scripts and orchestrators ask for, is no page.</summary>
internal sealed class PageLimitFilter : IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var http = context.HttpContext;
        if (context.HandlerInstance is IAnswersEveryMethod
            || await PageCount.AskAsync(http) is not { } wait)
        {
            await next();
            return;
        }

        var fields = context.HandlerInstance is WayPage page ? await page.ReadAsync(http.RequestAborted) : ConnectorFields.None;
        context.Result = new TooManyResult(fields, wait);
    }
}
