using System.Net;
using PortalProxy.Tests.Infrastructure;

namespace PortalProxy.Tests.Pages;

public sealed class ErrorPageTests(HealthyPortal healthy)
{
    [Theory]
    [InlineData("GET", "/no-such-page", 404, "This page does not exist")]
    [InlineData("POST", "/no-such-page", 404, "This page does not exist")]
    [InlineData("GET", "/refusal/404", 404, "This page does not exist")]
    [InlineData("GET", "/refusal/200", 404, "This page does not exist")]
    [InlineData("GET", "/Pages/Portal/Portal.cshtml", 404, "This page does not exist")]
    [InlineData("POST", "/", 405, "This page can’t be used like that")]
    [InlineData("PUT", "/issue", 405, "This page can’t be used like that")]
    [InlineData("DELETE", "/session-key", 405, "This page can’t be used like that")]
    [InlineData("PATCH", "/representatives", 405, "This page can’t be used like that")]
    [InlineData("BREW", "/issue", 405, "This page can’t be used like that")]
    [InlineData("OPTIONS", "/issue", 405, "This page can’t be used like that")]
    [InlineData("POST", "/livez", 405, "This page can’t be used like that")]
    public async Task An_error_is_a_page_like_any_other(string method, string path, int status, string heading)
    {
        var page = await healthy.Browser.SendAsync(new(method), path);

        page.Is(status);
        Assert.Equal(heading, page.Heading);
        Assert.Equal($"{heading} – Support", page.Title);
        Assert.Equal("Support", page.One("header a").TextContent);
        Assert.True(page.Has("link[rel=stylesheet]"));
        Assert.Matches("^[A-Z2-9]{8}$", page.One(".reference strong").TextContent);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/json")]
    [InlineData("multipart/form-data; boundary=x")]
    public async Task A_form_of_another_type_is_refused_in_words(string type)
    {
        using var content = new ByteArrayContent("short_key=1728331"u8.ToArray());
        content.Headers.TryAddWithoutValidation("Content-Type", type);

        var page = await healthy.Browser.SendAsync(HttpMethod.Post, "/session-key", content);

        page.Is(415);
        Assert.Equal("This form can’t be read", page.Heading);
    }

    [Fact]
    public async Task A_form_that_is_too_long_is_refused_in_words()
    {
        var page = await healthy.Browser.PostAsync("/issue", $"customer_desc={new string('x', 200_000)}");

        page.Is(413);
        Assert.Equal("This is too much text", page.Heading);
    }

    [Fact]
    public async Task The_portals_own_failure_is_worded_and_logged_without_what_was_typed()
    {
        await using var portal = BrokenPortal.Start();

        var page = await new Browser(portal.Client).PostAsync("/session-key", "short_key=1728331");

        page.Is(500);
        Assert.Equal("Something went wrong here", page.Heading);
        Assert.Equal("Support", page.One("header a").TextContent);
        Assert.DoesNotContain("A mistake of ours", page.Text);
        var entry = Assert.Single(await portal.Log.WaitForAsync("{RequestMethod}"));
        Assert.Equal("500", entry.Properties["StatusCode"].ToString());
        Assert.Equal($"\"{page.One(".reference strong").TextContent}\"", entry.Properties["Reference"].ToString());
        Assert.Single(portal.Log.All, one => one.Exception?.Message == "A mistake of ours.");
        Assert.DoesNotContain("1728331", portal.Log.AsText());
    }

    [Fact]
    public async Task The_portals_own_failure_carries_the_security_headers()
    {
        await using var portal = BrokenPortal.Start();
        using var form = new FormUrlEncodedContent([new("short_key", "1728331")]);

        using var answer = await portal.Client.PostAsync("/session-key", form, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.StartsWith("default-src 'none'", answer.Raw("Content-Security-Policy"), StringComparison.Ordinal);
        Assert.Contains("no-store", answer.Raw("Cache-Control"));
    }

    [Theory]
    [InlineData("GET", "/no-such-page", 404)]
    [InlineData("DELETE", "/issue", 405)]
    public async Task A_program_gets_a_problem_document(string method, string path, int status)
    {
        using var request = new HttpRequestMessage(new(method), path);

        using var answer = await healthy.Portal.SendAsync(request, "application/json");
        var problem = await answer.ProblemAsync();

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal(status, (int?)problem["status"]);
        Assert.Matches("^[A-Z2-9]{8}$", (string?)problem["reference"]);
    }
}
