namespace PortalProxy.Tests.SimulatedAppliance;

public sealed class AddressTests : WithAnAppliance
{
    [Theory]
    [InlineData("GET", "/nowhere")]
    [InlineData("GET", "/download_customer_connector.ns/?issue_menu=1")]
    [InlineData("GET", "/Download_Customer_Connector.ns?issue_menu=1")]
    [InlineData("GET", "/download%5Fcustomer_connector.ns?issue_menu=1")]
    [InlineData("GET", "/%0D%0AX-Header:%20no")]
    [InlineData("GET", "/simulatedother")]
    [InlineData("DELETE", "/download_customer_connector.ns")]
    [InlineData("POST", "/")]
    [InlineData("PUT", "/api/command.ns")]
    public async Task An_address_nobody_may_ask_for_answers_500_and_is_recorded(string method, string target)
    {
        using var answer = await SendAsync(new HttpMethod(method), target);
        Assert.Equal(500, (int)answer.StatusCode);
        Assert.Equal((method, target), Assert.Single(Appliance.Requests.All.Select(request => (request.Method, request.RawTarget))));
    }

    [Theory]
    [InlineData("/check_health", "text/plain; charset=utf-8")]
    [InlineData("/", "text/html; charset=utf-8")]
    public async Task Health_and_public_site_answer(string target, string contentType)
    {
        using var answer = await SendAsync(HttpMethod.Get, target);
        Assert.Equal(200, (int)answer.StatusCode);
        Assert.Equal(contentType, answer.Content.Headers.ContentType?.ToString());
    }
}
