using PortalProxy.Tests.Connector.Dialects;
using PortalProxy.Tests.Infrastructure;

namespace PortalProxy.Tests.Connector.Rules;

/// <summary>The fields that an administrator declares: what passes, what is said of the rest, and what arrives.</summary>
public sealed class CustomFieldTests(CurrentPortal current) : IClassFixture<CurrentPortal>
{
    private static readonly ConnectorRules Rules = new(CurrentPortal.Settings);

    private static readonly ConnectorRules Required = new(
    [
        ("Appliance:SessionApi", "StartSession"),
        ("Portal:Fields:0:CodeName", "room"), ("Portal:Fields:0:Label", "Room"), ("Portal:Fields:0:Required", "true"),
    ]);

    [Theory]
    [InlineData("asset", "AB1")]
    [InlineData("asset", " none ")]
    [InlineData("area", "Küche")]
    [InlineData("area", "Office & hall")]
    [InlineData("unattended", "1")]
    [InlineData("note", "any 😀 text")]
    public async Task A_declared_field_arrives_under_its_code_name_with_every_way(string codeName, string value)
    {
        foreach (var start in Enum.GetValues<StartMethod>())
        {
            var arrived = await current.ArrivedAsync(
                $"{start.Form(current.Appliance)}&{PortalRequests.Query(($"session.custom.{codeName}", value))}");

            Assert.Equal([value.Trim()], arrived.Values($"session.custom.{codeName}"));
        }
    }

    [Theory]
    [InlineData("asset", "xAB1", "Asset tag on the sticker: this does not have the expected form. Check it.")]
    [InlineData("asset", "AB1x", "Asset tag on the sticker: this does not have the expected form. Check it.")]
    [InlineData("asset", "nonesuch", "Asset tag on the sticker: this does not have the expected form. Check it.")]
    [InlineData("asset", "ab1", "Asset tag on the sticker: this does not have the expected form. Check it.")]
    [InlineData("asset", "AB1234567", "Asset tag on the sticker has 9 characters. Shorten it to 8 or fewer.")]
    [InlineData("area", "Kueche", "Area: choose one from the list.")]
    [InlineData("area", "küche", "Area: choose one from the list.")]
    [InlineData("unattended", "true", "Nobody is there: tick the box or leave it empty.")]
    [InlineData("unattended", "0", "Nobody is there: tick the box or leave it empty.")]
    [InlineData("note", "two\nlines", "note has more than one line. Write it in one line.")]
    [InlineData("note", "a\u0001b", "note has a character that can’t be sent, such as a tab. Type that part again.")]
    public void A_value_that_its_kind_does_not_allow_is_said_to_be_wrong(string codeName, string value, string fault) =>
        Assert.Equal(fault, Rules.FaultOf($"session.custom.{codeName}", value));

    [Fact]
    public void A_field_without_a_length_takes_1024_characters_and_not_one_more()
    {
        Assert.Null(Rules.FaultOf("session.custom.note", string.Concat(Enumerable.Repeat("😀", 1024))));
        Assert.NotNull(Rules.FaultOf("session.custom.note", new string('x', 1025)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    public void A_required_field_must_be_there_with_an_issue(string value) => Assert.Equal(
        "Room: this is needed. Fill it in.",
        ConnectorRules.FaultOf(Required.Check(("issue_menu", "1"), ("session.custom.room", value)), "session.custom.room"));

    [Fact]
    public void A_required_field_of_the_issue_form_is_not_asked_of_other_ways() => Assert.True(Required.Check(("short_key", "1234567")).IsValid);

    [Theory]
    [InlineData("session.custom.secret=1")]
    [InlineData("session.custom.ASSET=AB1")]
    [InlineData("session.custom.=1")]
    [InlineData("asset=AB1")]
    public async Task An_undeclared_attribute_never_arrives(string field) =>
        Assert.Equal("/api/start_session?issue_menu=1", (await current.ArrivedAsync($"issue_menu=1&{field}")).RawTarget);

    [Fact]
    public void All_attributes_together_with_the_ticket_take_ten_kilobytes_and_not_one_byte_more()
    {
        var rules = new ConnectorRules([("Appliance:SessionApi", "StartSession"), .. Enumerable.Range(0, 10).Select(place => ($"Portal:Fields:{place}:CodeName", $"f{place}"))]);
        var full = Enumerable.Range(0, 9).Select(place => ($"session.custom.f{place}", new string('ü', 512)))
            .Append(("issue_menu", "1")).Append(("external_key", new string('x', 1023)));

        Assert.True(rules.Check(full.Append(("session.custom.f9", "1"))).IsValid);
        Assert.Equal(
            "The additional fields together take 10241 of 10240 places. Shorten one of them.",
            ConnectorRules.FaultOf(rules.Check(full.Append(("session.custom.f9", "12"))), "session.custom.f9"));
    }
}
