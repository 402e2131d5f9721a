using PortalProxy.Tests.Infrastructure;

namespace PortalProxy.Tests.Connector.Reading;

/// <summary>Reading, through the door: what was sent, in which names, and what is said of it.</summary>
public sealed class ConnectorFieldsReaderTests(StandardPortal standard) : IClassFixture<StandardPortal>
{
    [Theory]
    [InlineData("customer_name=a&customer_name=b", "customer_name", "more than once")]
    [InlineData("customer_name=a&customer_name=a", "customer_name", "more than once")]
    [InlineData("customer_name=a&customer.name=b", "customer_name", "two names for one field")]
    [InlineData("customer_details=a&customer_desc=b", "customer_details", "two names for one field")]
    [InlineData("customer_details=a&customer.details=b", "customer_details", "two names for one field")]
    [InlineData("id=1&id=2", "id", "more than once")]
    [InlineData("issue_menu=1", "issue_menu", "more than once")]
    [InlineData("customer_name=%zz", "customer_name", "can’t be read")]
    [InlineData("customer_name=%4", "customer_name", "can’t be read")]
    [InlineData("customer_name=%ff", "customer_name", "can’t be read")]
    [InlineData("customer_name=%c0%80", "customer_name", "can’t be read")]
    [InlineData("customer_name=%ed%a0%80", "customer_name", "can’t be read")]
    [InlineData("customer.name=%zz", "customer.name", "can’t be read")]
    [InlineData("session.custom.external_key=%ff", "session.custom.external_key", "can’t be read")]
    public async Task What_cannot_be_taken_is_an_error_under_the_name_that_was_sent(string more, string name, string text)
    {
        foreach (var method in new[] { "GET", "POST" })
        {
            // As written: an HttpClient would mend what is broken here.
            var query = $"{PortalRequests.Door}?issue_menu=1&{(method == "GET" ? more : "")}";
            var target = new Uri(
                standard.Portal.Url.GetLeftPart(UriPartial.Authority) + query,
                new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });
            using var request = new HttpRequestMessage(new HttpMethod(method), target);
            if (method == "POST")
                request.Content = new StringContent(more, new System.Net.Http.Headers.MediaTypeHeaderValue("application/x-www-form-urlencoded"));
            using var answer = await standard.Portal.SendAsync(request, "application/json");
            var errors = (await answer.ProblemAsync())["errors"]!.AsObject();

            Assert.Equal(422, (int)answer.StatusCode);
            var error = Assert.Single(errors);
            Assert.Equal(name, error.Key);
            Assert.Contains(text, Assert.Single(error.Value!.AsArray())!.GetValue<string>(), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("customer_name=&customer_name=a", "a")]
    [InlineData("customer_name=%20%09+&customer.name=a", "a")]
    [InlineData("customer_name=+a+b+", "a b")]
    [InlineData("customer_name=a%2Bb", "a+b")]
    [InlineData("customer_name", null)]
    [InlineData("customer_name=%C2%A0", null)]
    [InlineData("CUSTOMER_NAME=a", null)]
    public async Task Blank_counts_as_absent_and_the_rest_is_trimmed(string more, string? written)
    {
        var recorded = await standard.RecordAsync(async () =>
        {
            using var answer = await standard.Portal.GetAsync($"{PortalRequests.Door}?issue_menu=1&{more}");
            Assert.Equal(200, (int)answer.StatusCode);
        });

        Assert.Equal(written, Assert.Single(recorded).Value("customer_name"));
    }

    [Fact]
    public async Task Query_and_body_are_one_request()
    {
        var recorded = await standard.RecordAsync(async () =>
        {
            using var answer = await standard.Portal.PostAsync($"{PortalRequests.Door}?issue_menu=1", "customer_name=Z");
            Assert.Equal(200, (int)answer.StatusCode);
        });

        Assert.Equal($"{PortalRequests.Door}?issue_menu=1&customer_name=Z", Assert.Single(recorded).RawTarget);
    }

    [Fact]
    public async Task The_appliances_own_name_of_the_session_key_is_read_and_written()
    {
        await using var appliance = RawAppliance.Saying(RawAppliance.ClientHead(2) + "MZ");
        await using var portal = appliance.StartPortal(("Appliance:SessionKeyParameter", "session.key"));
        foreach (var name in new[] { "session.key", "short_key" })
        {
            using var answer = await portal.GetAsync($"{PortalRequests.Door}?{name}=1234567");

            Assert.Equal($"{PortalRequests.Door}?session.key=1234567", (await appliance.NextAsync()).Target);
        }
    }
}
