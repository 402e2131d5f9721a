using PortalProxy.SimulatedAppliance;

namespace PortalProxy.Tests.SimulatedAppliance;

public sealed class PhoneTests : WithACurrentAppliance
{
    private const string IPhone = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X)";
    private const string Android = "Mozilla/5.0 (Linux; Android 15; Pixel 9)";
    private const string Store = "https://apps.example.com/support?id=1";

    [Theory]
    [InlineData(IPhone)]
    [InlineData(Android)]
    [InlineData("Mozilla/5.0 (iPad; CPU OS 12_0 like Mac OS X)")]
    public async Task A_phone_is_handed_to_an_app_with_its_key_unused(string userAgent)
    {
        var key = Appliance.State.MakeKey("general", TimeSpan.FromHours(1));
        var target = $"{StartSession}?short_key={key.ShortKey}";
        using var phone = await AskAsync(userAgent, target);
        Answers.IsARefusal(phone); // The same in every header: a portal has to know who asked.
        Assert.Contains("install the app", await phone.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);

        using var desk = await SendAsync(HttpMethod.Get, target);
        await Answers.IsTheClientAsync(desk, Appliance.Client.Sha256);
    }

    [Fact]
    public async Task A_phone_with_a_wrong_key_is_refused_like_any_other()
    {
        using var phone = await AskAsync(IPhone, $"{StartSession}?short_key=0000000");
        Assert.Contains("could not be started", await phone.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_phone_with_an_invitation_is_handed_over_too()
    {
        var key = Appliance.State.MakeKey("general", TimeSpan.FromHours(1));
        using var phone = await AskAsync(Android, $"/?ak={key.AccessKey}");
        Assert.Contains("install the app", await phone.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        Assert.False(Appliance.State.Keys[^1].Used);
    }

    [Theory]
    [InlineData("Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15)")]
    [InlineData("Mozilla/5.0 (X11; Linux x86_64)")]
    public async Task A_computer_gets_the_client(string userAgent)
    {
        using var answer = await AskAsync(userAgent, $"{StartSession}?issue_menu=1");
        await Answers.IsTheClientAsync(answer, Appliance.Client.Sha256);
    }

    [Theory]
    [InlineData(Era.Guide2008, null, false)]
    [InlineData(Era.Guide2008, true, true)]
    [InlineData(Era.Current, null, true)]
    [InlineData(Era.Current, false, false)]
    public async Task The_hand_off_is_an_option_that_follows_the_era(Era era, bool? option, bool handedOff)
    {
        await PlayAsync(new() { Era = era, PhoneHandOff = option });
        using var answer = await AskAsync(IPhone, $"{ConnectorOf(era)}?issue_menu=1");
        Assert.Equal(!handedOff, answer.Content.Headers.Contains("Content-Disposition"));
    }

    [Fact]
    public async Task A_phone_can_be_redirected_to_an_app_store_instead()
    {
        await PlayAsync(Options with { AppStore = new Uri(Store) });
        var key = Appliance.State.MakeKey("general", TimeSpan.FromHours(1));
        using var good = await AskAsync(Android, $"{StartSession}?short_key={key.ShortKey}");
        using var wrong = await AskAsync(Android, $"{StartSession}?short_key=0000000");
        Assert.Equal((302, Store), ((int)good.StatusCode, good.Headers.Location?.OriginalString));
        Assert.False(Appliance.State.Keys[^1].Used);
        Answers.IsARefusal(wrong);
    }

    private async Task<HttpResponseMessage> AskAsync(string userAgent, string target)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, target);
        request.Headers.TryAddWithoutValidation("User-Agent", userAgent);
        return await Http.SendAsync(request, Cancel);
    }
}
