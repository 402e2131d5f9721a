using PortalProxy.Tests.Connector.Dialects;
using PortalProxy.Tests.Infrastructure;

namespace PortalProxy.Tests.Connector.Rules;

/// <summary>The current dialect counts the description in bytes of UTF-8, every line end as the two that a form sends.</summary>
public sealed class DescriptionBytesTests(CurrentPortal current) : IClassFixture<CurrentPortal>
{
    private static readonly ConnectorRules Rules = new(("Appliance:SessionApi", "StartSession"));

    [Theory]
    [InlineData("x", 1024, "")]
    [InlineData("ü", 512, "")]
    [InlineData("漢", 341, "x")]
    [InlineData("😀", 256, "")]
    [InlineData("a\u0301", 341, "x")]
    [InlineData("a\n", 341, "x")]
    [InlineData("a\r\n", 341, "x")]
    public async Task The_last_byte_that_fits_arrives_and_one_more_is_refused_with_both_numbers(string piece, int times, string rest)
    {
        var longest = string.Concat(Enumerable.Repeat(piece, times)) + rest;
        var arrived = await current.ArrivedAsync(PortalRequests.Query(("issue_menu", "1"), ("customer.details", longest)));

        Assert.Equal(longest.ReplaceLineEndings("\r\n"), arrived.Value("customer.details"));
        Assert.Equal(
            "The description takes 1025 of 1024 places. Shorten it; accents and emoji take more than one place each.",
            ConnectorRules.FaultOf(Rules.Check(("issue_menu", "1"), ("customer_desc", longest + "y")), "customer_desc"));
    }

    [Fact]
    public async Task A_description_that_is_too_long_never_reaches_the_appliance()
    {
        current.Appliance.Requests.Clear();
        using var answer = await current.Portal.PostAsync(
            "/api/start_session", PortalRequests.Query(("issue_menu", "1"), ("customer_desc", new string('ü', 513))), "application/json");

        Assert.Equal(422, (int)answer.StatusCode);
        Assert.Empty(current.Appliance.Requests.All);
        Assert.Contains("1026 of 1024", (await answer.ProblemAsync())["errors"]!["customer_desc"]![0]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_other_texts_are_counted_in_characters_as_before()
    {
        Assert.Null(Rules.FaultOf("customer_name", string.Concat(Enumerable.Repeat("😀", 100))));
        Assert.NotNull(Rules.FaultOf("customer_name", new string('x', 101)));
        Assert.Null(Rules.FaultOf("external_key", new string('漢', 1024)));
    }

    [Theory]
    [InlineData("StartSession", "Bytes")]
    [InlineData("DownloadCustomerConnector", "Characters")]
    public async Task The_pages_counter_knows_the_limit_and_the_unit_of_the_dialect(string dialect, string unit)
    {
        await using var portal = Portal.Start(("Appliance:BaseUrl", "http://127.0.0.1:9"), ("Appliance:SessionApi", dialect));
        var page = await new Browser(portal.Client).OpenAsync("/issue");

        var area = page.One("textarea[name=customer_desc]");
        Assert.Equal("1024", area.GetAttribute("data-most"));
        Assert.Equal(unit, area.GetAttribute("data-unit"));
        Assert.Equal("status", page.One($"#{area.GetAttribute("data-counter")}").GetAttribute("role"));
    }
}
