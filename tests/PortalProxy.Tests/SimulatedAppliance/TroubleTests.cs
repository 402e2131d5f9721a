namespace PortalProxy.Tests.SimulatedAppliance;

public sealed class TroubleTests : WithAnAppliance
{
    private const string Command = "/api/command.ns?username=portal&password=simulated&action=get_api_info";

    [Fact]
    public async Task A_failing_command_API_answers_500_and_recovers()
    {
        Appliance.State.Failing = true;
        using var failed = await SendAsync(HttpMethod.Get, Command);
        Appliance.State.Failing = false;
        using var recovered = await SendAsync(HttpMethod.Get, Command);
        Assert.Equal((500, 200), ((int)failed.StatusCode, (int)recovered.StatusCode));
    }

    [Fact]
    public async Task The_command_API_can_answer_any_error()
    {
        Appliance.State.ErrorText = "Out of <order>";
        Assert.EndsWith("<error>Out of &lt;order&gt;</error>\n", await Http.GetStringAsync(Command, Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failing_connector_answers_500()
    {
        Appliance.State.ConnectorFailing = true;
        using var answer = await SendAsync(HttpMethod.Get, $"{Connector}?issue_menu=1");
        Assert.Equal(500, (int)answer.StatusCode);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(70_000)]
    public async Task A_download_breaks_off_where_it_is_told_to(int bytes)
    {
        Appliance.State.BreakOffAfter = bytes;
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{Connector}?issue_menu=1");
        using var answer = await Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Cancel);
        using var received = new MemoryStream();

        Assert.Equal(ClientBytes, answer.Content.Headers.ContentLength);
        await Assert.ThrowsAsync<HttpRequestException>(() => answer.Content.CopyToAsync(received, Cancel));
        Assert.Equal(bytes, received.Length);
    }

    [Fact]
    public async Task An_answer_can_be_held_back_after_its_request_was_recorded()
    {
        var gate = new TaskCompletionSource();
        Appliance.State.AnswerAfter = gate.Task;
        var answer = SendAsync(HttpMethod.Get, "/check_health");
        await Appliance.Requests.FirstToAsync("/check_health", Cancel);
        Assert.False(answer.IsCompleted);
        gate.SetResult();
        Assert.Equal(200, (int)(await answer).StatusCode);
    }
}
