using System.Net.Sockets;
using System.Text;
using PortalProxy.SimulatedAppliance;

namespace PortalProxy.Tests.SimulatedAppliance;

public sealed class RecordingTests : WithAnAppliance
{
    [Fact]
    public async Task Targets_and_headers_are_kept_as_sent_on_every_request_of_a_connection()
    {
        const string First = "/download_customer_connector.ns?id=1&%6eame=%c3%85sa+L&id=2&unknown=%F0%9F%99%82";
        await SendRawAsync(
            $"GET {First} HTTP/1.1\r\nhOST: a.example\r\nX-Odd:  1 \r\nuser-agent: one\r\nAccept: */*\r\nx-odd: 2\r\n\r\n",
            "POST /?a=1 HTTP/1.1\r\nHost: b.example\r\ncontent-type: application/x-www-form-urlencoded\r\nContent-Length: 7\r\n\r\nb=2&c=3",
            "GET /last HTTP/1.1\r\nHost: c.example\r\nConnection: close\r\n\r\n");

        Assert.Equal([First, "/?a=1", "/last"], Appliance.Requests.All.Select(request => request.RawTarget));
        Assert.Equal(
            [new("hOST", "a.example"), new("X-Odd", "1"), new("user-agent", "one"), new("Accept", "*/*"), new("x-odd", "2")],
            Appliance.Requests.All[0].Headers);
        Assert.Equal(
            [new("id", "1"), new("name", "Åsa L"), new("id", "2"), new("unknown", "🙂")],
            Appliance.Requests.All[0].Parameters);
        Assert.Equal(["a.example", "b.example", "c.example"], Appliance.Requests.All.Select(request => request.Host));
        Assert.Equal("b=2&c=3", Appliance.Requests.All[1].Body);
        Assert.Equal([new("a", "1"), new("b", "2"), new("c", "3")], Appliance.Requests.All[1].Parameters);
        Assert.Equal([new("Host", "c.example"), new("Connection", "close")], Appliance.Requests.All[2].Headers);
    }

    [Fact]
    public async Task Wrong_percent_encoding_is_kept_undecoded()
    {
        await SendAsync(HttpMethod.Get, "/nowhere?a=%E4&b=%zz&c=%4");
        var request = Assert.Single(Appliance.Requests.All);
        Assert.False(request.Readable);
        Assert.Equal([new("a", "%E4"), new("b", "%zz"), new("c", "%4")], request.Parameters);
    }

    [Fact]
    public async Task Requests_can_be_told_by_path_and_forgotten()
    {
        await SendAsync(HttpMethod.Get, "/check_health?x=1");
        await SendAsync(HttpMethod.Get, "/");
        Assert.Equal("/check_health?x=1", Assert.Single(Appliance.Requests.To("/check_health")).RawTarget);
        Appliance.Requests.Clear();
        Assert.Empty(Appliance.Requests.All);
    }

    [Fact]
    public async Task A_request_line_of_60_KB_is_read()
    {
        using var answer = await SendAsync(HttpMethod.Get, $"/?x={new string('x', 60_000)}");
        Assert.Equal(200, (int)answer.StatusCode);
        Assert.Equal(60_000, Appliance.Requests.All[0].Value("x")?.Length);
    }

    [Fact]
    public async Task A_caller_who_leaves_is_recorded_as_such()
    {
        Appliance.State.AnswerAfter = new TaskCompletionSource().Task;
        using (var caller = new TcpClient())
        {
            await caller.ConnectAsync(Appliance.Url.Host, Appliance.Url.Port, Cancel);
            await caller.GetStream().WriteAsync("GET / HTTP/1.1\r\nHost: a.example\r\n\r\n"u8.ToArray(), Cancel);
            await Appliance.Requests.FirstToAsync("/", Cancel);
        }

        Assert.Equal(RequestEnding.Aborted, await Appliance.Requests.All[0].Ended.WaitAsync(Cancel));
    }

    // All at once, so that one request's bytes stand in the same read as the next one's.
    private async Task SendRawAsync(params string[] requests)
    {
        using var caller = new TcpClient();
        await caller.ConnectAsync(Appliance.Url.Host, Appliance.Url.Port, Cancel);
        await caller.GetStream().WriteAsync(Encoding.Latin1.GetBytes(string.Concat(requests)), Cancel);
        await caller.GetStream().CopyToAsync(Stream.Null, Cancel);
    }
}
