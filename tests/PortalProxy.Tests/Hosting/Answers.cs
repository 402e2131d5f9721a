using System.Net;
using PortalProxy.Tests.Infrastructure;

namespace PortalProxy.Tests.Hosting;

/// <summary>One request of each kind that the portal answers, and the status that it answers with.</summary>
internal static class Answers
{
    public static TheoryData<string, string, string?, int> OfEveryKind { get; } = new()
    {
        { "GET", "/", null, 200 },
        { "GET", "/?customer_name=Ann", null, 200 },
        { "HEAD", "/", null, 200 },
        { "POST", "/session-key", "short_key=1728331", 200 },
        { "POST", "/session-key", "short_key=1", 422 },
        { "GET", "/?ak=0", null, 422 },
        { "GET", "/css/look.css", null, 200 },
        { "GET", "/js/portal.js", null, 200 },
        { "GET", "/images/portal.svg", null, 200 },
        { "GET", "/no-such-page", null, 404 },
        { "GET", "/no-such-file.js", null, 404 },
        { "DELETE", "/issue", null, 405 },
        { "POST", "/", "a=b", 405 },
        { "GET", "/livez", null, 200 },
        { "GET", "/readyz", null, 200 },
        { "GET", "/download_customer_connector.ns", null, 422 },
        { "GET", "/download_customer_connector.ns?short_key=0000000", null, 422 },
        { "GET", "/download_customer_connector.ns?issue_menu=1", null, 200 },
        { "HEAD", "/download_customer_connector.ns?issue_menu=1", null, 200 },
        { "PUT", "/download_customer_connector.ns", null, 405 },
    };

    public static async Task<HttpResponseMessage> SendAsync(this HealthyPortal healthy, string method, string path, string? form, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(new(method), path);
        if (form is not null)
        {
            request.Content = new StringContent(form, null, "application/x-www-form-urlencoded");
        }

        foreach (var (name, value) in headers)
        {
            Assert.True(request.Headers.TryAddWithoutValidation(name, value));
        }

        return await healthy.Portal.Client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public static string? Header(this HttpResponseMessage answer, string name) =>
        answer.Headers.NonValidated.TryGetValues(name, out var values) || answer.Content.Headers.NonValidated.TryGetValues(name, out values)
            ? values.ToString()
            : null;

    public static void IsStatus(this HttpResponseMessage answer, int status) => Assert.Equal((HttpStatusCode)status, answer.StatusCode);
}
