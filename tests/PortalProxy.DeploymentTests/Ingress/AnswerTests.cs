using System.Net;
using System.Text;
using PortalProxy.DeploymentTests.Infrastructure;
using PortalProxy.SimulatedAppliance;
using PortalProxy.Tests.Infrastructure;

namespace PortalProxy.DeploymentTests.Ingress;

/// <summary>What reaches a customer through each proxy as <c>docs/operating.md</c> sets it up, and when.</summary>
public sealed class AnswerTests(IngressStand stand) : IClassFixture<IngressStand>
{
    private const string Download = "/download_customer_connector.ns?issue_menu=1";

    public static TheoryData<string> Kinds => IngressStand.Kinds;

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task First_bytes_arrive_while_the_appliance_still_holds_back_the_rest(string kind)
    {
        var rest = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        stand.Appliance.Answer = async exchange =>
        {
            await exchange.SendAsync(RawAppliance.ClientHead(length: 4) + "MZ");
            await rest.Task;
            await exchange.SendAsync("PE");
        };
        try
        {
            await using var stream = await Soon.Within(stand.Before(kind).GetStreamAsync(Download, TestContext.Current.CancellationToken));

            Assert.Equal("MZ", await ReadAsync(stream, 2));
            rest.SetResult();
            Assert.Equal("PE", await ReadAsync(stream, 2));
        }
        finally
        {
            rest.TrySetResult();
        }
    }

    // Caddy of Debian 12 (2.6) ends an answer without a length as if it were whole; docs/operating.md says so.
    [Theory]
    [InlineData("nginx", 4)]
    [InlineData("haproxy", 4)]
    [InlineData("caddy", 4)]
    [InlineData("nginx", null)]
    [InlineData("haproxy", null)]
    public async Task A_download_that_the_appliance_breaks_off_never_ends_cleanly(string kind, int? length)
    {
        var head = length is null ? RawAppliance.ClientHead(null, "Transfer-Encoding: chunked") + "2\r\nMZ\r\n" : RawAppliance.ClientHead(length) + "MZ";

        // Not before the customer has the first bytes: a connection that is reset takes along what is still on its way.
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        stand.Appliance.Answer = async exchange =>
        {
            await exchange.SendAsync(head);
            await begun.Task;
        };
        try
        {
            await using var stream = await Soon.Within(stand.Before(kind).GetStreamAsync(Download, TestContext.Current.CancellationToken));
            Assert.Equal("MZ", await ReadAsync(stream, 2));
            begun.SetResult();

            await Assert.ThrowsAnyAsync<IOException>(() => Soon.Within(stream.ReadAsync(new byte[1], TestContext.Current.CancellationToken).AsTask()));
        }
        finally
        {
            begun.TrySetResult();
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_customer_who_leaves_ends_the_appliances_work(string kind)
    {
        var gone = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        stand.Appliance.Answer = async exchange =>
        {
            await exchange.SendAsync(RawAppliance.ClientHead(length: null, "Transfer-Encoding: chunked") + "2\r\nMZ\r\n");
            await exchange.SendUntilGoneAsync(Encoding.ASCII.GetBytes("400\r\n" + new string('x', 1024) + "\r\n"));
            gone.SetResult();
        };
        await using (var stream = await Soon.Within(stand.Before(kind).GetStreamAsync(Download, TestContext.Current.CancellationToken)))
        {
            Assert.Equal("MZ", await ReadAsync(stream, 2));
        }

        await Soon.Within(gone.Task);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Events_arrive_as_they_happen(string kind)
    {
        var newcomer = $"Newcomer of {kind}";
        using var stream = new StreamReader(
            await Soon.Within(stand.BeforeSimulated(kind).GetStreamAsync("/availability/events", TestContext.Current.CancellationToken)));
        await Soon.Within(EventHavingAsync(stream, "representatives"));

        stand.Simulation.State.LogIn(new Representative(4711 + kind.Length, newcomer, "Nobody's business"));

        await Soon.Within(EventHavingAsync(stream, newcomer));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Refusals_arrive_as_the_portal_words_them(string kind)
    {
        stand.Appliance.Answer = exchange => exchange.SendAsync("HTTP/1.1 500 Internal Server Error\r\nContent-Length: 4\r\nConnection: close\r\n\r\nOops");
        foreach (var (path, status) in ((string, HttpStatusCode)[])[(Download, HttpStatusCode.BadGateway), ("/download_customer_connector.ns", HttpStatusCode.UnprocessableEntity), ("/nowhere", HttpStatusCode.NotFound)])
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            request.Headers.Add("Accept", "text/html");
            using var answer = await stand.Before(kind).SendAsync(request, TestContext.Current.CancellationToken);

            Assert.Equal(status, answer.StatusCode);
            Assert.Contains("<html lang=\"en\"", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
            Assert.True(answer.Headers.Contains("Content-Security-Policy"), $"It is not the portal that answered {path}.");
        }
    }

    private static async Task<string> ReadAsync(Stream stream, int count)
    {
        var bytes = new byte[count];
        await Soon.Within(stream.ReadExactlyAsync(bytes, TestContext.Current.CancellationToken).AsTask());
        return Encoding.ASCII.GetString(bytes);
    }

    private static async Task EventHavingAsync(StreamReader stream, string text)
    {
        var line = "";
        while (line is not null && !(line.StartsWith("data:", StringComparison.Ordinal) && line.Contains(text, StringComparison.Ordinal)))
            line = await stream.ReadLineAsync(TestContext.Current.CancellationToken);
        Assert.NotNull(line);
    }
}
