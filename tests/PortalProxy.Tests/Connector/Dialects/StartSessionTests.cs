using System.Security.Cryptography;
using PortalProxy.Tests.Infrastructure;

namespace PortalProxy.Tests.Connector.Dialects;

/// <summary>What reaches an appliance of today, character by character.</summary>
public sealed class StartSessionTests(CurrentPortal current) : IClassFixture<CurrentPortal>
{
    private const string AllFields =
        "customer_name=Zo%C3%AB&customer_company=Gro%C3%9F+%26+Co&customer_company_code=7&customer_desc=Zeile+1%0AZeile+2&external_key=INC+1"
        + "&session.skills=windows%2Cprinting&lang=DE";

    private const string AllFieldsWritten =
        "&customer.name=Zo%C3%AB&customer.company=Gro%C3%9F%20%26%20Co&customer.company_code=7&customer.details=Zeile%201%0D%0AZeile%202"
        + "&session.custom.external_key=INC%201&session.skills=windows%2Cprinting&locale=de";

    public static MatrixTheoryData<StartMethod, string> EachMethodByGetAndPost => new(Enum.GetValues<StartMethod>(), ["GET", "POST"]);

    public static MatrixTheoryData<string, string> EachNamingUnderEachName => new(
        [
            "issue_menu=1&customer_name=Z&customer_desc=d&external_key=T",
            "issue_menu=1&customer_name=Z&customer_details=d&external_key=T",
            "issue_menu=1&customer.name=Z&customer.details=d&session.custom.external_key=T",
            "issue_menu=1&customer_name=Z&customer.details=d&external_key=T",
        ],
        [PortalRequests.Door, "/api/start_session", "/api/start_session.ns", "/download_client_connector", "/download_client_connector.ns"]);

    [Theory, MemberData(nameof(EachMethodByGetAndPost))]
    public async Task Each_way_goes_out_in_dotted_names_with_all_of_the_customers_fields(StartMethod start, string method)
    {
        var form = start.Form(current.Appliance);
        var arrived = await current.ArrivedAsync($"{form}&{AllFields}", method: method);

        Assert.Equal("GET", arrived.Method);
        Assert.Equal((start == StartMethod.Invitation ? "/?" : "/api/start_session?") + form + AllFieldsWritten, arrived.RawTarget);
        Assert.Empty(arrived.Body);
    }

    [Theory, MemberData(nameof(EachMethodByGetAndPost))]
    public async Task Each_way_leads_to_the_appliances_bytes(StartMethod start, string method)
    {
        using var answer = await current.Portal.AskAsync(method, "/api/start_session", start.Form(current.Appliance));

        Assert.Equal(200, (int)answer.StatusCode);
        Assert.Equal(current.Appliance.Client.Sha256, Convert.ToHexStringLower(SHA256.HashData(await answer.BytesAsync())));
        Assert.StartsWith("attachment; filename=", answer.Raw("Content-Disposition"), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(EachNamingUnderEachName))]
    public async Task Links_in_any_naming_and_under_any_name_become_the_same_request(string form, string path)
    {
        var arrived = await current.ArrivedAsync(form, path, "GET");

        Assert.Equal("/api/start_session?issue_menu=1&customer.name=Z&customer.details=d&session.custom.external_key=T", arrived.RawTarget);
    }

    [Theory]
    [InlineData("codeName=printing&issue_menu=1", "codeName=printing")]
    [InlineData("issue_menu=1&id=2", "id=2")]
    public async Task An_issue_goes_by_its_code_name_or_by_its_id(string form, string written) =>
        Assert.Equal($"/api/start_session?issue_menu=1&{written}", (await current.ArrivedAsync(form)).RawTarget);

    [Fact]
    public async Task An_issue_named_twice_is_wrong()
    {
        var errors = await ErrorsAsync("issue_menu=1&id=2&codeName=printing");

        Assert.Equal("The issue is named twice. Send its id or its code name, not both.", errors["codeName"]);
    }

    [Theory]
    [InlineData("lang=de", "de")]
    [InlineData("locale=PT-BR", "pt-br")]
    public async Task A_language_that_is_installed_goes_along_as_the_settings_spell_it(string field, string written) =>
        Assert.Equal($"/api/start_session?issue_menu=1&locale={written}", (await current.ArrivedAsync($"issue_menu=1&{field}")).RawTarget);

    [Fact]
    public async Task A_language_that_is_not_installed_is_left_out_and_named()
    {
        var arrived = await current.ArrivedAsync("issue_menu=1&lang=xh-za");

        Assert.Equal("/api/start_session?issue_menu=1", arrived.RawTarget);
        var logged = Assert.Single(await current.Portal.Log.WaitForAsync("has no place for"));
        Assert.Equal("\"locale\"", logged.Properties["LeftOutFields"].ToString());
        Assert.DoesNotContain("xh-za", current.Portal.Log.AsText(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("customer_name", "customer.name")]
    [InlineData("customer.company", "customer_company")]
    [InlineData("customer_company_code", "customer.company_code")]
    [InlineData("customer_desc", "customer_details")]
    [InlineData("customer.details", "customer_desc")]
    [InlineData("customer_details", "customer.details")]
    [InlineData("external_key", "session.custom.external_key")]
    [InlineData("lang", "locale")]
    public async Task Two_names_for_one_field_are_an_error_under_the_first_of_them(string first, string second)
    {
        var errors = await ErrorsAsync($"issue_menu=1&{first}=de&{second}=de");

        Assert.Equal($"“{first}” and “{second}” are two names for one field. Send one of them.", errors[first]);
    }

    private async Task<Dictionary<string, string>> ErrorsAsync(string form)
    {
        current.Appliance.Requests.Clear();
        using var answer = await current.Portal.PostAsync("/api/start_session", form, "application/json");
        var errors = (await answer.ProblemAsync())["errors"]!.AsObject();

        Assert.Equal(422, (int)answer.StatusCode);
        Assert.Empty(current.Appliance.Requests.All);
        return errors.ToDictionary(error => error.Key, error => Assert.Single(error.Value!.AsArray())!.GetValue<string>());
    }
}
