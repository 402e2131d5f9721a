namespace PortalProxy.Tests.SimulatedAppliance;

public sealed class ConnectorTests : WithAnAppliance
{
    private const string Representative = "id=101&name=%C3%85sa%20Lindqvist";

    [Theory]
    [InlineData(Representative)]
    [InlineData("id=104&name=Nadia+Benali")]
    [InlineData("issue_menu=1")]
    [InlineData("issue_menu=1&id=4&customer_name=John%20Doe&customer_company=Company%20Name&customer_company_code=1234&customer_desc=I%20need%20support&external_key=1234")]
    [InlineData("issue_menu=1&something=else&something=again")]
    public async Task A_request_that_takes_one_way_gets_the_client(string query)
    {
        using var answer = await SendAsync(HttpMethod.Get, $"{Connector}?{query}");
        await Answers.IsTheClientAsync(answer, Appliance.Client.Sha256);
    }

    [Theory]
    [InlineData("")]
    [InlineData("id=101")]
    [InlineData("name=%C3%85sa%20Lindqvist")]
    [InlineData("id=101&name=Nadia%20Benali")]
    [InlineData("id=0101&name=%C3%85sa%20Lindqvist")]
    [InlineData("id=105&name=Tom%C3%A1%C5%A1%20Nov%C3%A1k")]
    [InlineData("issue_menu=2")]
    [InlineData("issue_menu=1&id=5")]
    [InlineData("issue_menu=1&id=101")]
    [InlineData("issue_menu=1&" + Representative)]
    [InlineData("issue_menu=1&issue_menu=1")]
    [InlineData("issue_menu=1&short_key=1728331")]
    [InlineData("issue_menu=1&customer_name=%E4sa")]
    [InlineData("issue_menu=1&customer_name=100%")]
    [InlineData("short_key=0000000")]
    public async Task Any_other_request_is_refused(string query)
    {
        using var answer = await SendAsync(HttpMethod.Get, $"{Connector}?{query}");
        Answers.IsARefusal(answer);
    }

    [Fact]
    public async Task A_representative_who_has_gone_is_refused()
    {
        Assert.True(Appliance.State.LogOut(101));
        using var answer = await SendAsync(HttpMethod.Get, $"{Connector}?{Representative}");
        Answers.IsARefusal(answer);
    }

    [Fact]
    public async Task An_urlencoded_body_is_read()
    {
        using var answer = await Http.PostAsync(Connector, Form(("id", "102"), ("name", "Jürgen Groß")), Cancel);
        await Answers.IsTheClientAsync(answer, Appliance.Client.Sha256);
    }

    [Fact]
    public async Task A_multipart_body_is_refused()
    {
        using var body = new MultipartFormDataContent { { new StringContent("1"), "issue_menu" } };
        using var answer = await Http.PostAsync($"{Connector}?issue_menu=1", body, Cancel);
        Answers.IsARefusal(answer);
    }
}
