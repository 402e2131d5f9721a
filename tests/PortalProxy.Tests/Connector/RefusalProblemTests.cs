using System.Net;
using PortalProxy.Tests.Infrastructure;

namespace PortalProxy.Tests.Connector;

/// <summary>The same refusals, for programs.</summary>
public sealed class RefusalProblemTests(StandardPortal standard) : IClassFixture<StandardPortal>
{
    [Theory]
    [InlineData("short_key=abcdefg", "Ask for a new key")]
    [InlineData("issue_menu=1&id=999", "Your request could not be passed on")]
    public async Task A_refusal_is_a_problem_document_with_a_reference(string form, string title)
    {
        using var answer = await standard.Portal.PostAsync(PortalRequests.Door, form, "application/json");
        var problem = await answer.ProblemAsync();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal(422, problem["status"]!.GetValue<int>());
        Assert.Equal(title, problem["title"]!.GetValue<string>());
        Assert.Matches("^[2-9A-Z]{8}$", problem["reference"]!.GetValue<string>());
        Assert.Null(problem["errors"]);
    }

    [Theory]
    [InlineData("issue_menu=1&customer.name=%09", null)]
    [InlineData("issue_menu=1&customer_name=a%09b", "customer_name")]
    [InlineData("issue_menu=1&customer.name=a%09b", "customer.name")]
    [InlineData("issue_menu=1&customer_details=a%09b", "customer_details")]
    [InlineData("issue_menu=1&session.custom.external_key=a%09b", "session.custom.external_key")]
    [InlineData("short_key=12", "short_key")]
    [InlineData("ak=12", "ak")]
    [InlineData("issue_menu=2", "issue_menu")]
    [InlineData("issue_menu=1&codeName=nothing", "codeName")]
    [InlineData("issue_menu=1&codeName=printing&id=2", "codeName")]
    [InlineData("codeName=printing", "issue_menu")]
    [InlineData("name=Somebody", "id")]
    [InlineData("id=x", "id")]
    [InlineData("", "")]
    [InlineData("customer_name=Z", "")]
    [InlineData("short_key=1234567&issue_menu=1", "")]
    [InlineData("short_key=1234567&ak=00000000000000000000000000000000", "")]
    [InlineData("id=101&short_key=1234567", "")]
    [InlineData("issue_menu=1&id=101&name=Somebody", "")]
    public async Task Errors_stand_under_the_name_that_was_sent(string form, string? field)
    {
        using var answer = await standard.Portal.PostAsync(PortalRequests.Door, form, "application/problem+json");
        if (field is null)
        {
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            return;
        }

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var errors = (await answer.ProblemAsync())["errors"]!.AsObject();
        Assert.Equal(field, Assert.Single(errors).Key);
        Assert.All(errors.Single().Value!.AsArray(), text => Assert.NotEmpty(text!.GetValue<string>()));
    }

    [Fact]
    public async Task All_wrong_fields_are_named_at_once()
    {
        using var answer = await standard.Portal.GetAsync(
            $"{PortalRequests.Door}?issue_menu=1&id=0&customer.name=a%09b&customer_desc=a%00b", "application/json");
        var errors = (await answer.ProblemAsync())["errors"]!.AsObject();

        Assert.Equal(["customer.name", "customer_desc", "id"], errors.Select(error => error.Key).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(null, "text/html")]
    [InlineData("*/*", "text/html")]
    [InlineData("text/html,application/xhtml+xml,*/*;q=0.8", "text/html")]
    [InlineData("application/json", "application/problem+json")]
    [InlineData("application/problem+json", "application/problem+json")]
    [InlineData("text/html;q=0.1, application/json", "application/problem+json")]
    [InlineData("image/png", "application/problem+json")]
    public async Task Whoever_accepts_html_as_readily_gets_the_page(string? accept, string type)
    {
        using var answer = await standard.Portal.GetAsync($"{PortalRequests.Door}?short_key=1", accept);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal(type, answer.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task The_reference_stands_in_the_log_as_well()
    {
        using var answer = await standard.Portal.GetAsync($"{PortalRequests.Door}?short_key=1", "application/json");
        var reference = (await answer.ProblemAsync())["reference"]!.GetValue<string>();
        var events = await standard.Portal.Log.WaitForAsync(
            "{RequestMethod} {RequestPath}", one => one.Properties.GetValueOrDefault("Reference")?.ToString() == $"\"{reference}\"");

        Assert.NotEmpty(events);
    }
}
