using PortalProxy.Tests.Infrastructure;

namespace PortalProxy.Tests.Hosting;

/// <summary>What a customer sends never appears in the log, whatever level a setting asks for.</summary>
public sealed class PrivacyTests(HealthyPortal healthy)
{
    [Theory]
    [InlineData("127.0.0.0/8")]
    [InlineData("10.0.0.0/8")]
    public async Task Nothing_personal_is_logged_at_any_level(string trusted)
    {
        await using var portal = Portal.Before(healthy.Appliance, ("Serilog:MinimumLevel", "Verbose"), ("Portal:TrustedProxies:0", trusted));

        await PersonalRequests.SendAllAsync(portal.Client);

        await portal.Log.WaitForAsync("{RequestMethod}", PersonalRequests.Count);
        var log = portal.Log.AsText();
        Assert.All(PersonalRequests.Secrets, secret => Assert.DoesNotContain(secret, log, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task A_path_that_somebody_typed_is_not_logged_with_a_warning_that_comes_first()
    {
        await using var portal = Portal.Before(healthy.Appliance);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/7654321");
        request.Headers.Add("X-Forwarded-For", "203.0.113.77");

        using var answer = await portal.SendAsync(request);

        answer.IsStatus(404);
        await portal.Log.WaitForAsync("Portal:TrustedProxies");
        Assert.DoesNotContain("7654321", portal.Log.AsText());
    }

    [Fact]
    public async Task Neither_the_account_nor_a_private_name_is_logged_or_shown()
    {
        await using var portal = Portal.Before(healthy.Appliance, ("Serilog:MinimumLevel", "Verbose"));

        var page = await new Browser(portal.Client).OpenAsync("/");

        Assert.Contains("Åsa Lindqvist", page.Text);
        Assert.DoesNotContain("second line", page.Document.DocumentElement.OuterHtml);
        Assert.DoesNotContain("second line", portal.Log.AsText());
        Assert.DoesNotContain("simulated", portal.Log.AsText(), StringComparison.OrdinalIgnoreCase);
    }
}
