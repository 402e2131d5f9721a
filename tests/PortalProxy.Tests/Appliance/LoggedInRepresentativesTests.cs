using PortalProxy.Appliance;

namespace PortalProxy.Tests.Appliance;

/// <summary>The variants of <c>get_logged_in_reps</c> that appliances of all ages answer.</summary>
public sealed class LoggedInRepresentativesTests
{
    [Theory]
    [InlineData("<logged_in_reps><rep id='101'><display_name>Åsa</display_name></rep></logged_in_reps>")]
    [InlineData("<logged_in_reps xmlns='http://www.bomgar.com/namespaces/API/command'><rep id='101'><display_name>Åsa</display_name></rep></logged_in_reps>")]
    [InlineData("<logged_in_reps xmlns='https://www.beyondtrust.com/namespaces/API/command'><rep id='101'><display_name>Åsa</display_name></rep></logged_in_reps>")]
    [InlineData("<c:logged_in_reps xmlns:c='http://www.bomgar.com/namespaces/API/command'><c:rep id='101'><c:display_name>Åsa</c:display_name></c:rep></c:logged_in_reps>")]
    [InlineData("<logged_in_reps><rep id='101'><display_name><![CDATA[Åsa]]></display_name></rep></logged_in_reps>")]
    [InlineData("<logged_in_reps><rep id='101'><display_name>&#197;s&#x61;</display_name></rep></logged_in_reps>")]
    [InlineData("<logged_in_reps><!-- one --><rep id='101' level='2'><display_name>\n  Åsa\n</display_name><x><y/></x></rep><other/></logged_in_reps>")]
    [InlineData("<logged_in_reps><rep id='101'><display_name>Åsa</display_name><direct_link><a href='/x'>Åsa <b>L.</b></a></direct_link></rep></logged_in_reps>")]
    [InlineData("<logged_in_reps><rep id='101'><display_name>Åsa</display_name><direct_link>&lt;a href='/x'&gt;Åsa&lt;/a&gt;</direct_link></rep></logged_in_reps>")]
    [InlineData("<logged_in_reps><rep id='101'><display_name>Old</display_name><public_display_name>Åsa</public_display_name></rep></logged_in_reps>")]
    [InlineData("<logged_in_reps><rep id='101'><public_display_name>Åsa</public_display_name><display_name>Old</display_name></rep></logged_in_reps>")]
    [InlineData("<logged_in_reps><rep id='101'><public_display_name> </public_display_name><display_name>Åsa</display_name></rep></logged_in_reps>")]
    [InlineData("<logged_in_reps><rep id='101'><display_name>Åsa</display_name><showing_on_rep_list>1</showing_on_rep_list></rep></logged_in_reps>")]
    [InlineData("<logged_in_reps><rep id='101'><display_name>Åsa</display_name><showing_on_rep_list/></rep></logged_in_reps>")]
    public async Task Every_spelling_names_the_same_representative(string answer) =>
        Assert.Equal([new Representative(new(101), "Åsa", OnList: true)], await ReadAsync(answer));

    [Theory]
    [InlineData("0")]
    [InlineData("2")]
    [InlineData("no")]
    public async Task Whoever_does_not_want_to_be_listed_is_known_but_not_listed(string flag) =>
        Assert.Equal(
            [new Representative(new(101), "Åsa", OnList: false)],
            await ReadAsync($"<logged_in_reps><rep id='101'><display_name>Åsa</display_name><showing_on_rep_list>{flag}</showing_on_rep_list></rep></logged_in_reps>"));

    [Theory]
    [InlineData("<logged_in_reps/>")]
    [InlineData("<logged_in_reps></logged_in_reps>")]
    [InlineData("<logged_in_reps xmlns='http://www.bomgar.com/namespaces/API/command'>\n</logged_in_reps>")]
    [InlineData("<logged_in_reps><rep><display_name>No id</display_name></rep></logged_in_reps>")]
    [InlineData("<logged_in_reps><rep id='x'><display_name>No number</display_name></rep></logged_in_reps>")]
    [InlineData("<logged_in_reps><rep id='0'><display_name>Nobody</display_name></rep></logged_in_reps>")]
    [InlineData("<logged_in_reps><rep id='101'/></logged_in_reps>")]
    [InlineData("<logged_in_reps><rep id='101'><private_display_name>Lindqvist (second line)</private_display_name></rep></logged_in_reps>")]
    public async Task Nobody_is_there_where_nobody_has_both_an_id_and_a_name_for_customers(string answer) => Assert.Empty(await ReadAsync(answer));

    [Fact]
    public async Task The_private_name_is_kept_nowhere()
    {
        var representatives = await ReadAsync("""
            <logged_in_reps><rep id='101'>
              <display_name>Åsa</display_name><public_display_name>Åsa</public_display_name>
              <private_display_name>Lindqvist, second line</private_display_name>
            </rep></logged_in_reps>
            """);

        Assert.DoesNotContain("Lindqvist", string.Join(' ', representatives));
        Assert.DoesNotContain(typeof(Representative).GetProperties(), property => property.Name.Contains("Private", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("<support_teams/>")]
    [InlineData("<html/>")]
    public async Task Another_root_is_no_answer(string answer)
    {
        var failure = await Assert.ThrowsAsync<CommandApiException>(() => ReadAsync(answer));

        Assert.Contains("instead of <logged_in_reps>", failure.Message);
    }

    private static async Task<IReadOnlyList<Representative>> ReadAsync(string answer) =>
        CommandAnswers.LoggedInRepresentatives(await Xml.ReadAsync(answer));
}
