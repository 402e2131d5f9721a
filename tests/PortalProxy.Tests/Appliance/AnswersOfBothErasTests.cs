using PortalProxy.Tests.Infrastructure;

namespace PortalProxy.Tests.Appliance;

/// <summary>Every spelling of the command API's answers, on a socket, from an appliance of 2008 and from one of today, up to the page.</summary>
public sealed class AnswersOfBothErasTests
{
    private const string Old = "http://www.bomgar.com/namespaces/API/command";
    private const string New = "https://www.beyondtrust.com/namespaces/API/command";
    private const string Rep = "<rep id='101'><display_name>Åsa &amp; Co</display_name></rep>";

    private static readonly (string Key, string Value)[] Account2008 = [("Appliance:Username", "portal"), ("Appliance:Password", "secret")];
    private static readonly (string Key, string Value)[] AccountOfToday =
        [("Appliance:ClientId", "portal"), ("Appliance:ClientSecret", "secret"), ("Appliance:SessionApi", "StartSession")];

    private static readonly string[] Readable =
    [
        $"<logged_in_reps>{Rep}</logged_in_reps>",
        $"<?xml version='1.0' encoding='UTF-8'?>\n<logged_in_reps xmlns='{Old}'>{Rep}</logged_in_reps>",
        $"<logged_in_reps xmlns='{New}'>{Rep}</logged_in_reps>",
        "<logged_in_reps><rep id='101'><display_name><![CDATA[Åsa & Co]]></display_name></rep></logged_in_reps>",
        "<logged_in_reps><rep id='101'><display_name>&#197;sa &#x26; Co</display_name></rep></logged_in_reps>",
        $"<logged_in_reps version='9'><unknown><rep id='7'/></unknown>{Rep}<rep><display_name>No id</display_name></rep></logged_in_reps>",
        "<logged_in_reps><rep id='101'><public_display_name>Åsa &amp; Co</public_display_name><private_display_name>Lindqvist</private_display_name></rep></logged_in_reps>",
    ];

    // 5 MB of good XML, an entity that grows, and all that is no answer.
    private static readonly string[] Unreadable =
    [
        "<error>Permission denied.</error>",
        $"<error xmlns='{New}'>Permission denied.</error>",
        "<logged_in_reps><error>Permission denied.</error></logged_in_reps>",
        $"<logged_in_reps xmlns='{Old}'><error>Permission denied.</error></logged_in_reps>",
        "",
        $"<logged_in_reps>{Rep}",
        $"<support_teams>{Rep}</support_teams>",
        "<!DOCTYPE html><html><body>Document Not Found</body></html>",
        $"<!DOCTYPE r [<!ENTITY a '{new string('a', 1000)}'><!ENTITY b '&a;&a;&a;&a;'>]><logged_in_reps>{Rep}&b;</logged_in_reps>",
        $"<logged_in_reps>{Rep}<!--{new string('x', 5 * 1024 * 1024)}--></logged_in_reps>",
    ];

    public static MatrixTheoryData<bool, int> EachReadable => new([false, true], Enumerable.Range(0, Readable.Length));

    public static MatrixTheoryData<bool, int> EachUnreadable => new([false, true], Enumerable.Range(0, Unreadable.Length));

    [Theory, MemberData(nameof(EachReadable))]
    public async Task Every_spelling_shows_the_same_person(bool ofToday, int spelling)
    {
        await using var appliance = await AnsweringAsync(Readable[spelling]);
        await using var portal = await Before(appliance, ofToday).WithDirectoryAsync();

        var page = await new Browser(portal.Client).OpenAsync("/representatives");

        Assert.Equal(("101", "Åsa & Co"), (page.One("button.person").GetAttribute("value")!, page.One("button.person").TextContent));
        Assert.DoesNotContain("Lindqvist", page.Document.DocumentElement.OuterHtml + portal.Log.AsText());
        Assert.All(appliance.Commands, one => Assert.Equal(ofToday ? "/api/command" : "/api/command.ns", one.Path));
    }

    [Theory, MemberData(nameof(EachUnreadable))]
    public async Task What_is_no_answer_leaves_the_portal_standing_and_is_named_in_the_log(bool ofToday, int kind)
    {
        await using var appliance = await AnsweringAsync(Unreadable[kind]);
        await using var portal = Before(appliance, ofToday);

        var page = await new Browser(portal.Client).OpenAsync("/representatives");

        page.Is(200);
        Assert.Contains("We can’t see who is there right now.", page.Text);
        Assert.NotEmpty(await portal.Log.WaitForAsync("The directory could not be fetched"));
        Assert.DoesNotContain("secret", portal.Log.AsText());
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task Nobody_logged_in_is_an_answer(bool ofToday)
    {
        await using var appliance = await AnsweringAsync("<logged_in_reps/>");
        await using var portal = await Before(appliance, ofToday).WithDirectoryAsync();

        Assert.Contains("Nobody is available right now.", (await new Browser(portal.Client).OpenAsync("/representatives")).Text);
    }

    private static async Task<TinyAppliance> AnsweringAsync(string answer)
    {
        var appliance = await TinyAppliance.StartAsync();
        appliance.Answer = asked => asked.Contains("get_support_teams", StringComparison.Ordinal) ? "<support_teams/>" : answer;
        return appliance;
    }

    private static Portal Before(TinyAppliance appliance, bool ofToday) =>
        Portal.Start([("Appliance:BaseUrl", appliance.Url.AbsoluteUri), .. ofToday ? AccountOfToday : Account2008]);
}
