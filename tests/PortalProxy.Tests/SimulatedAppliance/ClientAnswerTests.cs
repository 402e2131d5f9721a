namespace PortalProxy.Tests.SimulatedAppliance;

public sealed class ClientAnswerTests : WithAnAppliance
{
    private const string Issue = Connector + "?issue_menu=1";

    [Theory]
    [InlineData("Mozilla/5.0 (Windows NT 6.0)", "exe")]
    [InlineData("Mozilla/5.0 (Macintosh; Intel Mac OS X 10_5)", "dmg")]
    [InlineData("Mozilla/5.0 (X11; Linux x86_64)", "bin")]
    [InlineData("Mozilla/5.0 (Linux; Android 15)", "exe")]
    [InlineData("Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X)", "exe")]
    [InlineData("curl/8.0", "exe")]
    public async Task The_ending_of_the_file_name_follows_the_system(string userAgent, string ending)
    {
        Http.DefaultRequestHeaders.Add("User-Agent", userAgent);
        using var answer = await SendAsync(HttpMethod.Get, Issue);
        Assert.Matches($"^attachment; filename=bomgar-scc-[a-z0-9]{{64}}\\.{ending}$", Disposition(answer));
    }

    [Fact]
    public async Task Every_session_has_a_file_name_of_its_own()
    {
        using var one = await SendAsync(HttpMethod.Get, Issue);
        using var other = await SendAsync(HttpMethod.Get, Issue);
        Assert.NotEqual(Disposition(one), Disposition(other));
    }

    [Fact]
    public async Task HEAD_tells_everything_but_the_bytes()
    {
        using var answer = await SendAsync(HttpMethod.Head, Issue);
        Assert.Equal(ClientBytes, answer.Content.Headers.ContentLength);
        Assert.StartsWith("attachment", Disposition(answer), StringComparison.Ordinal);
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync(Cancel));
    }

    [Fact]
    public async Task Headers_come_along_for_a_portal_to_keep_and_to_drop()
    {
        using var answer = await SendAsync(HttpMethod.Get, Issue);
        Assert.NotNull(answer.Headers.ETag);
        Assert.NotNull(answer.Content.Headers.LastModified);
        Assert.Equal(["Bomgar"], answer.Headers.GetValues("Server"));
        Assert.True(answer.Headers.Contains("Set-Cookie"));
        Assert.True(answer.Headers.Contains("X-Appliance-Node"));
    }

    private static string Disposition(HttpResponseMessage answer) =>
        answer.Content.Headers.NonValidated["Content-Disposition"].ToString();
}
