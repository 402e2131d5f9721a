using PortalProxy.SimulatedAppliance;

namespace PortalProxy.Tests.SimulatedAppliance;

public sealed class SitesTests : WithAnAppliance
{
    [Theory]
    [InlineData(Era.Guide2008)]
    [InlineData(Era.Current)]
    public async Task The_host_name_chooses_the_public_site(Era era)
    {
        await PlayAsync(new() { Era = era });
        Appliance.State.Sites = new Dictionary<string, string> { ["it.example"] = "IT & Co", ["hr.example"] = "People" };

        Assert.Equal("IT &amp; Co", await TitleAsync("it.example", "/"));
        Assert.Equal("IT &amp; Co", await TitleAsync("IT.example:8443", $"{ConnectorOf(era)}?short_key=0000000"));
        Assert.Equal("People", await TitleAsync("hr.example", "/?ak=0"));
        Assert.Equal("Support Portal", await TitleAsync("other.example", "/"));
        Assert.Equal(["it.example", "IT.example:8443", "hr.example", "other.example"], Appliance.Requests.All.Select(request => request.Host));
    }

    private async Task<string> TitleAsync(string host, string target)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, target) { Headers = { Host = host } };
        using var answer = await Http.SendAsync(request, Cancel);
        var html = await answer.Content.ReadAsStringAsync(Cancel);
        return html.Split("<title>")[1].Split("</title>")[0];
    }
}
