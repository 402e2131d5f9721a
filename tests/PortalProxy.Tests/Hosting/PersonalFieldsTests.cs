using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PortalProxy.Hosting;
using PortalProxy.Tests.Infrastructure;

namespace PortalProxy.Tests.Hosting;

/// <summary>What of a request may be told, whoever tells it.</summary>
public sealed partial class PersonalFieldsTests
{
    [Theory]
    [InlineData("lang", false)]
    [InlineData("customer_name", true)]
    [InlineData("customer.details", true)]
    [InlineData("session.custom.anything", true)]
    [InlineData("short_key", true)]
    [InlineData("a name that nobody has thought of", true)]
    [InlineData("LANG", true)]
    public void Every_parameter_is_personal_but_the_language(string parameter, bool isPersonal) =>
        Assert.Equal(isPersonal, PersonalFields.Is(parameter));

    [Theory]
    [InlineData("at https://a.example/x?short_key=1&y=2, then", "at https://a.example/x?… then")]
    [InlineData("\"/x?short_key=1\"", "\"/x?…\"")]
    [InlineData("Is it there? Yes.", "Is it there? Yes.")]
    [InlineData("/x?a /y?b", "/x?… /y?…")]
    public void Addresses_within_a_text_lose_their_queries(string text, string told) =>
        Assert.Equal(told, PersonalFields.WithoutQueries(text));

    [Fact]
    public async Task The_framework_puts_no_path_that_leads_nowhere_on_the_portals_own_events()
    {
        await using var portal = Portal.Start(("Appliance:BaseUrl", "http://127.0.0.1:9"));
        using var request = new HttpRequestMessage(HttpMethod.Get, "/1728331");
        request.Headers.TryAddWithoutValidation("X-Forwarded-For", "203.0.113.7");

        using var answer = await portal.SendAsync(request);
        await portal.Log.WaitForAsync("{RequestMethod}");

        Assert.Single(portal.Log.Having("Portal:TrustedProxies"));
        Assert.DoesNotContain("1728331", portal.Log.AsText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_warning_of_the_framework_tells_no_query()
    {
        await using var portal = Portal.Start(("Appliance:BaseUrl", "http://127.0.0.1:9"));
        var elsewhere = portal.Services.GetRequiredService<ILoggerFactory>().CreateLogger("Microsoft.AspNetCore.Somewhere");

        Elsewhere.Odd(elsewhere, "/issue?customer_name=Wilhelmina");

        var told = Assert.Single(await portal.Log.WaitForAsync("Odd request"));
        Assert.Equal("\"/issue?…\"", told.Properties["Target"].ToString());
    }

    private static partial class Elsewhere
    {
        [LoggerMessage(1, LogLevel.Warning, "Odd request {Target}")]
        public static partial void Odd(ILogger logger, string target);
    }
}
