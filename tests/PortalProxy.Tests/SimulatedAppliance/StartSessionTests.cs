namespace PortalProxy.Tests.SimulatedAppliance;

public sealed class StartSessionTests : WithACurrentAppliance
{
    private const string Representative = "id=101&name=%C3%85sa%20Lindqvist";

    [Theory]
    [InlineData(Representative)]
    [InlineData(Representative + "&session.custom.external_key=INC-1&customer.name=Ann&locale=de&session.skills=a,b")]
    [InlineData("issue_menu=1")]
    [InlineData("issue_menu=1&id=4")]
    [InlineData("issue_menu=1&codeName=printing&customer.name=Ann&customer.company=B&customer.company_code=C&customer.details=D")]
    [InlineData("issue_menu=1&session.custom.one=1&session.custom.two=2")]
    [InlineData("issue_menu=1&something=else&something=again&customer_name=unknown+here")]
    public async Task A_request_that_takes_one_way_gets_the_client(string query)
    {
        using var got = await SendAsync(HttpMethod.Get, $"{StartSession}?{query}");
        using var looked = await SendAsync(HttpMethod.Head, $"{StartSession}?{query}");
        using var posted = await Http.PostAsync(StartSession, new StringContent(query, null, "application/x-www-form-urlencoded"), Cancel);
        await Answers.IsTheClientAsync(got, Appliance.Client.Sha256);
        Assert.Equal(ClientBytes, looked.Content.Headers.ContentLength);
        await Answers.IsTheClientAsync(posted, Appliance.Client.Sha256);
    }

    [Theory]
    [InlineData("")]
    [InlineData("id=101")]
    [InlineData("id=101&name=Nadia%20Benali")]
    [InlineData("id=105&name=Tom%C3%A1%C5%A1%20Nov%C3%A1k")]
    [InlineData("codeName=printing")]
    [InlineData("issue_menu=1&id=2&codeName=printing")]
    [InlineData("issue_menu=1&codeName=Printing")]
    [InlineData("issue_menu=1&codeName=printing&codeName=printing")]
    [InlineData("issue_menu=1&" + Representative)]
    [InlineData("short_key=0000000")]
    [InlineData("issue_menu=1&session.custom.one=1&session.custom.one=2")]
    [InlineData("issue_menu=1&customer.name=%E4sa")]
    [InlineData("issue_menu=1&locale=xx")]
    [InlineData("issue_menu=1&locale=EN-US")]
    public async Task Any_other_request_is_refused(string query)
    {
        using var answer = await SendAsync(HttpMethod.Get, $"{StartSession}?{query}");
        Answers.IsARefusal(answer);
    }

    [Fact]
    public async Task A_multipart_body_is_refused()
    {
        using var body = new MultipartFormDataContent { { new StringContent("1"), "issue_menu" } };
        using var answer = await Http.PostAsync(StartSession, body, Cancel);
        Answers.IsARefusal(answer);
    }

    [Theory]
    [InlineData("/download_client_connector")]
    [InlineData("/download_client_connector.ns")]
    public async Task The_addresses_of_its_own_pages_take_underscored_names(string path)
    {
        using var issue = await SendAsync(HttpMethod.Get, $"{path}?issue_menu=1&codeName=printing&customer_name=Ann&customer_details=D&external_key=INC-1");
        using var repeated = await SendAsync(HttpMethod.Get, $"{path}?issue_menu=1&customer_name=Ann&customer_name=Bob");
        using var tooLong = await SendAsync(HttpMethod.Get, $"{path}?issue_menu=1&customer_details={new string('x', 1025)}");
        await Answers.IsTheClientAsync(issue, Appliance.Client.Sha256);
        Answers.IsARefusal(repeated);
        Answers.IsARefusal(tooLong);
    }

    [Fact]
    public async Task A_session_key_works_once_by_either_of_its_names()
    {
        var typed = Appliance.State.MakeKey("general", TimeSpan.FromHours(1));
        var invited = Appliance.State.MakeKey("general", TimeSpan.FromHours(1));
        foreach (var target in new[] { $"{StartSession}?short_key={typed.ShortKey}", $"/?ak={invited.AccessKey}" })
        {
            using var first = await SendAsync(HttpMethod.Get, target);
            using var second = await SendAsync(HttpMethod.Get, target);
            await Answers.IsTheClientAsync(first, Appliance.Client.Sha256);
            Answers.IsARefusal(second);
        }
    }

    [Fact]
    public async Task With_representatives_in_the_menu_an_id_is_a_representative_and_a_code_name_an_issue()
    {
        await PlayAsync(Options with { RepresentativesInIssuesMenu = true });
        using var representative = await SendAsync(HttpMethod.Get, $"{StartSession}?issue_menu=1&id=101");
        using var codeName = await SendAsync(HttpMethod.Get, $"{StartSession}?issue_menu=1&codeName=hardware");
        using var issue = await SendAsync(HttpMethod.Get, $"{StartSession}?issue_menu=1&id=1");
        await Answers.IsTheClientAsync(representative, Appliance.Client.Sha256);
        await Answers.IsTheClientAsync(codeName, Appliance.Client.Sha256);
        Answers.IsARefusal(issue);
    }
}
