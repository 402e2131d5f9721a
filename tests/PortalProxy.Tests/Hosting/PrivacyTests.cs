using PortalProxy.Tests.Infrastructure;

namespace PortalProxy.Tests.Hosting;

/// <summary>What a customer sends never appears in the log, whatever level a setting asks for.</summary>
public sealed class PrivacyTests(HealthyPortal healthy)
{
    private static readonly string[] Secrets = ["Wilhelmina", "Secretive", "C0DE-77", "grandmother", "TICKET-4711", "7654321", "feedfacefeedfacefeedfacefeedface"];

    private const string Personal =
        "customer_name=Wilhelmina&customer_company=Secretive&customer_company_code=C0DE-77&customer_desc=grandmother&external_key=TICKET-4711";

    [Fact]
    public async Task Nothing_personal_is_logged_at_any_level()
    {
        await using var portal = Portal.Before(healthy.Appliance, ("Serilog:MinimumLevel", "Verbose"));
        (string Method, string Path, string? Form)[] requests =
        [
            ("GET", $"/?{Personal}", null),
            ("GET", $"/issue?{Personal}&id=x", null),
            ("GET", $"/session-key?{Personal}%0A", null),
            ("GET", "/?ak=feedfacefeedfacefeedfacefeedface", null),
            ("GET", "/?ak=feedfacefeedfacefeedfacefeedfacee", null),
            ("GET", $"/7654321/Wilhelmina?{Personal}", null),
            ("POST", "/issue", $"{Personal}&id=1"),
            ("POST", "/issue", $"{Personal}%0A&customer_name=Wilhelmina"),
            ("POST", "/session-key", $"{Personal}&short_key=7654321"),
            ("POST", "/session-key", $"{Personal}&short_key=7654321+7654321"),
            ("POST", "/representatives", $"{Personal}&id=101"),
            ("POST", "/representatives", $"{Personal}&id=101&name=Wilhelmina"),
            ("GET", $"/download_customer_connector.ns?issue_menu=1&{Personal}", null),
            ("GET", $"/download_customer_connector.ns?short_key=7654321&{Personal}", null),
            ("POST", "/download_customer_connector.ns", $"short_key=7654321&{Personal}"),
            ("Wilhelmina", $"/issue?{Personal}", null),
        ];

        foreach (var (method, path, form) in requests)
        {
            using var request = new HttpRequestMessage(new(method), path);
            request.Content = form is null ? null : new StringContent(form, null, "application/x-www-form-urlencoded");
            request.Headers.TryAddWithoutValidation("Referer", $"https://www.example.com/?{Personal}");
            using var answer = await portal.Client.SendAsync(request, TestContext.Current.CancellationToken);
            Assert.True((int)answer.StatusCode < 500);
        }

        await Poll.UntilAsync(() => portal.Log.Having("{RequestMethod}").Count == requests.Length, "all requests are logged");
        var log = portal.Log.AsText();
        Assert.All(Secrets, secret => Assert.DoesNotContain(secret, log, StringComparison.OrdinalIgnoreCase));
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
