using PortalProxy.Tests.Infrastructure;

namespace PortalProxy.Tests.Appliance;

/// <summary>An appliance that repeats what it was sent must not make the log tell it.</summary>
public sealed class QuotedSecretTests
{
    private const string Secret = "Vy7/Secret+Word";

    [Theory]
    [InlineData("<error>The password Vy7/Secret+Word of portal is wrong</error>")]
    [InlineData("<logged_in_reps><error>Vy7%2FSecret%2BWord</error></logged_in_reps>")]
    [InlineData("<Vy7Secret>")]
    [InlineData("no xml but Vy7/Secret+Word")]
    public async Task The_accounts_password_is_not_logged_with_the_appliances_words(string answer)
    {
        await using var appliance = await TinyAppliance.StartAsync();
        appliance.Answer = _ => answer;
        await using var portal = Portal.Start(
            ("Appliance:BaseUrl", appliance.Url.AbsoluteUri), ("Appliance:Username", "portal"), ("Appliance:Password", Secret),
            ("Serilog:MinimumLevel", "Verbose"));

        using var page = await portal.GetAsync("/");

        page.EnsureSuccessStatusCode();
        Assert.Single(await portal.Log.WaitForAsync("directory could not be fetched"));
        var log = portal.Log.AsText();
        Assert.DoesNotContain(Secret, log, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(Uri.EscapeDataString(Secret), log, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Nor_with_a_status_line_that_is_none()
    {
        await using var appliance = RawAppliance.Saying($"Hello {Secret}\r\n\r\n");
        await using var portal = appliance.StartPortal(("Appliance:Username", "portal"), ("Appliance:Password", Secret), ("Serilog:MinimumLevel", "Verbose"));

        using var page = await portal.GetAsync("/");

        page.EnsureSuccessStatusCode();
        await portal.Log.WaitForAsync("directory could not be fetched");
        Assert.DoesNotContain(Secret, portal.Log.AsText(), StringComparison.OrdinalIgnoreCase);
    }
}
