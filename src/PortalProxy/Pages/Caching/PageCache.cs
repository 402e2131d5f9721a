using Microsoft.AspNetCore.Http.Features;
using PortalProxy.Appliance;
using PortalProxy.Languages;
using PortalProxy.Pages.Limiting;
using PortalProxy.PublicSites;

namespace PortalProxy.Pages.Caching;

/// <summary>
/// Answers the pages of the ways from memory, as long as they hold nothing of one visitor's: asked for by GET without any field.
/// A page that is kept is the site's, in one language, of one state of the directory; for what the clock changes (hours, notices)
/// it is never older than a second. Headers are made anew for each answer, and each is counted against its client's limit.
/// </summary>
internal sealed class PageCache(RequestDelegate next, SupportDirectory directory, PageShelves shelves)
{
    private static readonly string[] Paths = ["/", "/representatives", "/session-key", "/issue"];

    public async Task InvokeAsync(HttpContext context, PublicSite site, PageLanguage spoken)
    {
        if (!IsSameForEverybody(context.Request, spoken))
        {
            await next(context);
            return;
        }

        var name = new PageName(context.Request.Path.Value!, spoken.Language, spoken.IsChosen);
        var known = await directory.GetAsync(context.RequestAborted);
        if (shelves.Of(site).Find(name, known) is not { } page)
        {
            await MakeAsync(context, page => shelves.Of(site).Keep(name, known, page));
        }
        else if (await PageCount.AskAsync(context) is null)
        {
            await page.WriteAsync(context);
        }
        else
        {
            // The page's own filter words the refusal.
            await next(context);
        }
    }

    // As written: a page repeats its own address in its links.
    private static bool IsSameForEverybody(HttpRequest request, PageLanguage spoken) =>
        (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
        && Array.IndexOf(Paths, request.Path.Value) >= 0
        && (!request.QueryString.HasValue
            || spoken.IsChosen && request.QueryString.Value == $"?{PageLanguage.Parameter}={spoken.Language.Tag}");

    private async Task MakeAsync(HttpContext context, Action<KeptPage> keep)
    {
        if (HttpMethods.IsHead(context.Request.Method))
        {
            await next(context);
            return;
        }

        var body = context.Features.GetRequiredFeature<IHttpResponseBodyFeature>();
        using var made = new MemoryStream();
        context.Response.Body = made;
        try
        {
            await next(context);
        }
        finally
        {
            context.Features.Set(body);
        }

        // Without a body it is no page but a status that is yet to be worded.
        if (made.Length > 0)
        {
            var page = new KeptPage(made.ToArray(), context.Response.ContentType!);
            if (context.Response.StatusCode == StatusCodes.Status200OK)
            {
                keep(page);
            }

            await page.WriteAsync(context);
        }
    }
}
