using PortalProxy.Limits;

namespace PortalProxy.Pages.Limiting;

/// <summary>Counts a page against its client's limit, once for each request, whoever asks first.</summary>
internal static class PageCount
{
    private static readonly object Key = new();

    /// <returns>How long to wait; null where there is room.</returns>
    public static async ValueTask<TimeSpan?> AskAsync(HttpContext context)
    {
        if (!context.Items.TryGetValue(Key, out var answer))
        {
            answer = await context.RequestServices.GetRequiredService<RequestRates>().PageAsync(ClientNetwork.Of(context));
            context.Items[Key] = answer;
        }

        return (TimeSpan?)answer;
    }
}
