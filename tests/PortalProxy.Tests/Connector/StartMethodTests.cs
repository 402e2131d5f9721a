using System.Net;
using System.Security.Cryptography;
using PortalProxy.Tests.Infrastructure;

namespace PortalProxy.Tests.Connector;

public sealed class StartMethodTests
{
    [Fact]
    public async Task A_session_key_leads_to_the_appliances_bytes()
    {
        await using var appliance = await Simulated.StartAsync();
        await using var portal = Portal.Before(appliance);
        var key = appliance.State.MakeKey("general", TimeSpan.FromMinutes(5)).ShortKey;

        using var answer = await portal.Client.GetAsync($"/download_customer_connector.ns?short_key={key}", TestContext.Current.CancellationToken);
        var bytes = await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(appliance.Client.Sha256, Convert.ToHexStringLower(SHA256.HashData(bytes)));
        Assert.StartsWith("bomgar-scc-", answer.Content.Headers.ContentDisposition?.FileName, StringComparison.Ordinal);
    }
}
