using PortalProxy.DeploymentTests.Infrastructure;
using PortalProxy.Tests.Infrastructure;

namespace PortalProxy.DeploymentTests.Ingress;

/// <summary>What each proxy writes down as <c>docs/operating.md</c> sets it up: a query may hold a session key and a customer's name.</summary>
public sealed class LogTests(IngressStand stand) : IClassFixture<IngressStand>
{
    private const string Path = "/download_customer_connector.ns";
    private const string Secret = "Astrid7654321";

    public static TheoryData<string> Kinds => IngressStand.Kinds;

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task No_log_holds_a_query_whatever_became_of_the_request(string kind)
    {
        string[] answers =
        [
            RawAppliance.ClientHead(length: 2) + "MZ",
            RawAppliance.ClientHead(length: 9, "X-Note: breaks off") + "MZ",
            "HTTP/1.1 500 Internal Server Error\r\nContent-Length: 0\r\nConnection: close\r\n\r\n",
        ];
        foreach (var answer in answers)
        {
            stand.Appliance.Answer = exchange => exchange.SendAsync(answer);
            await AskAsync(stand.Before(kind));
        }

        await Poll.UntilAsync(() => stand.LoggedBy(kind).Split(Path).Length > answers.Length, "all requests are logged");
        Assert.DoesNotContain(Secret, stand.LoggedBy(kind), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task No_log_holds_a_query_while_no_portal_answers(string kind)
    {
        await using var proxy = await IngressProxy.StartAsync(kind, new("http://127.0.0.1:1"));

        await AskAsync(stand.CustomerOf(proxy));

        await Poll.UntilAsync(() => proxy.Logged.Contains(Path, StringComparison.Ordinal), "the request is logged");
        Assert.DoesNotContain(Secret, proxy.Logged, StringComparison.Ordinal);
    }

    private static async Task AskAsync(HttpClient customer)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{Path}?issue_menu=1&customer_name={Secret}");
        request.Headers.Add("Referer", $"{customer.BaseAddress}?customer_name={Secret}");
        try
        {
            using var answer = await customer.SendAsync(request, TestContext.Current.CancellationToken);
        }
        catch (HttpRequestException)
        {
            // Broken off, as one of the answers is to be.
        }
    }
}
