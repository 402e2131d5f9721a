using System.Net;
using Microsoft.AspNetCore.Http;
using PortalProxy.Hosting;
using PortalProxy.Tests.Infrastructure;

namespace PortalProxy.Tests.Hosting;

public sealed class CrossOriginGuardTests(HealthyPortal healthy)
{
    [Theory]
    [InlineData("GET", "cross-site", "https://evil.example", true)]
    [InlineData("HEAD", "cross-site", null, true)]
    [InlineData("OPTIONS", "cross-site", "https://evil.example", true)]
    [InlineData("TRACE", "cross-site", null, true)]
    [InlineData("POST", "same-origin", null, true)]
    [InlineData("POST", "none", null, true)]
    [InlineData("POST", "same-origin", "https://evil.example", true)]
    [InlineData("POST", "same-site", null, false)]
    [InlineData("POST", "cross-site", null, false)]
    [InlineData("POST", "cross-site", "https://help.example:8443", false)]
    [InlineData("POST", "", null, false)]
    [InlineData("POST", "Same-Origin", null, false)]
    [InlineData("POST", "same-origin, none", null, false)]
    [InlineData("PUT", "cross-site", null, false)]
    [InlineData("DELETE", "cross-site", null, false)]
    [InlineData("BREW", "cross-site", null, false)]
    [InlineData("POST", null, null, true)]
    [InlineData("POST", null, "https://help.example:8443", true)]
    [InlineData("POST", null, "https://HELP.example:8443", true)]
    [InlineData("POST", null, "http://help.example:8443", false)]
    [InlineData("POST", null, "https://help.example", false)]
    [InlineData("POST", null, "https://evil.example", false)]
    [InlineData("POST", null, "null", false)]
    [InlineData("POST", null, "", false)]
    public void Unsafe_methods_are_taken_from_own_pages_and_from_programs_only(string method, string? site, string? origin, bool accepts)
    {
        var request = new DefaultHttpContext().Request;
        request.Method = method;
        request.Scheme = "https";
        request.Host = new("help.example", 8443);
        Add(request, "Sec-Fetch-Site", site);
        Add(request, "Origin", origin);

        Assert.Equal(accepts, CrossOriginGuard.Accepts(request));
    }

    [Fact]
    public void Two_headers_that_contradict_each_other_are_not_believed()
    {
        var request = new DefaultHttpContext().Request;
        request.Method = "POST";
        request.Headers["Sec-Fetch-Site"] = new(["same-origin", "cross-site"]);

        Assert.False(CrossOriginGuard.Accepts(request));
    }

    [Theory]
    [InlineData("/issue")]
    [InlineData("/session-key")]
    [InlineData("/download_customer_connector.ns")]
    public async Task A_form_of_another_site_is_refused_in_words(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent([new("issue_menu", "1")]) };
        request.Headers.Add("Sec-Fetch-Site", "cross-site");

        using var answer = await healthy.Portal.Client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Contains("<h1>This form came from another site</h1>", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    private static void Add(HttpRequest request, string name, string? value)
    {
        if (value is not null)
        {
            request.Headers[name] = value;
        }
    }
}
