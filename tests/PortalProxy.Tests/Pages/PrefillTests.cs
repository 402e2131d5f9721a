using PortalProxy.Tests.Infrastructure;

namespace PortalProxy.Tests.Pages;

/// <summary>What a link knows of the customer already.</summary>
public sealed class PrefillTests(HealthyPortal healthy)
{
    [Theory]
    [InlineData("customer_name", "input[name=customer_name]")]
    [InlineData("customer.name", "input[name=customer_name]")]
    [InlineData("customer_company", "input[name=customer_company]")]
    [InlineData("customer.company", "input[name=customer_company]")]
    [InlineData("customer_company_code", "input[name=customer_company_code]")]
    [InlineData("customer.company_code", "input[name=customer_company_code]")]
    [InlineData("customer_desc", "textarea")]
    [InlineData("customer_details", "textarea")]
    [InlineData("customer.details", "textarea")]
    [InlineData("external_key", "input[type=hidden][name=external_key]")]
    [InlineData("session.custom.external_key", "input[type=hidden][name=external_key]")]
    public async Task A_field_is_filled_from_either_naming(string parameter, string field)
    {
        foreach (var address in new[] { "/", "/issue" })
        {
            var page = await healthy.Browser.OpenAsync($"{address}?{parameter}=%22Zo%C3%AB%22+%26+%F0%9F%98%80");

            Assert.Equal("\"Zoë\" & 😀", page.Typed($"#issue {field}"));
            Assert.False(page.Has(".summary"));
        }
    }

    [Theory]
    [InlineData("id=2", "2")]
    [InlineData("codeName=printing", "2")]
    [InlineData("codeName=unheard_of", "")]
    [InlineData("id=101&name=%C3%85sa+Lindqvist", "")]
    [InlineData("id=99", "99")]
    [InlineData("id=0", "")]
    [InlineData("id=x", "")]
    [InlineData("", "")]
    public async Task An_id_is_an_issue_unless_a_name_stands_beside_it(string query, string chosen)
    {
        foreach (var address in new[] { "/", "/issue" })
        {
            Assert.Equal(chosen, (await healthy.Browser.OpenAsync($"{address}?{query}")).Typed("#issue select[name=id]"));
        }
    }

    [Theory]
    [InlineData("short_key=1728331", "1728331")]
    [InlineData("customer_name=Secret%0AName", "Secret")]
    [InlineData("customer_name=%FFSecret", "Secret")]
    [InlineData("customer_name=Secret&customer_name=Secret2", "Secret")]
    [InlineData("customer_name=Secret&customer.name=Secret2", "Secret")]
    [InlineData("id=4711x", "4711x")]
    [InlineData("issue_menu=5", "5\"")]
    [InlineData("a_parameter_of_nobody=Secret", "Secret")]
    public async Task What_can_not_be_taken_is_not_shown(string query, string value)
    {
        var page = await healthy.Browser.OpenAsync($"/?{query}");

        page.Is(200);
        Assert.DoesNotContain($"value=\"{value}", page.Document.DocumentElement.OuterHtml);
        Assert.False(page.Has(".summary"));
    }

    [Theory]
    [InlineData("customer_name=Secret%0AName", "customer_name")]
    [InlineData("customer.name=Secret%0AName", "customer_name")]
    [InlineData("id=Secret&customer_desc=Secret%00", "customer_desc, id")]
    [InlineData("external_key=Secret&external_key=Secret", "external_key")]
    public async Task The_name_of_what_was_dropped_is_logged_and_not_its_value(string query, string names)
    {
        await using var portal = Portal.Start(("Appliance:BaseUrl", "http://127.0.0.1:9"));

        await new Browser(portal.Client).OpenAsync($"/issue?customer_company=Kept&{query}");

        var entry = Assert.Single(await portal.Log.WaitForAsync("dropped:"));
        var logged = entry.Properties["Names"].ToString().Trim('"').Split(", ").Order(StringComparer.Ordinal);
        Assert.Equal(names, string.Join(", ", logged));
        Assert.DoesNotContain("Secret", portal.Log.AsText());
    }

    [Fact]
    public async Task What_is_sound_stays_beside_what_is_dropped()
    {
        var page = await healthy.Browser.OpenAsync("/issue?customer_company=Kept&customer_name=a%0Ab");

        Assert.Equal("Kept", page.Typed("input[name=customer_company]"));
        Assert.Equal("", page.Typed("input[name=customer_name]"));
    }
}
