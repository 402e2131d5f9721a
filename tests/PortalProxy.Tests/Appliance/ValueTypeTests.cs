using PortalProxy.Appliance;

namespace PortalProxy.Tests.Appliance;

public sealed class ValueTypeTests
{
    [Theory]
    [InlineData("1", 1)]
    [InlineData("101", 101)]
    [InlineData("007", 7)]
    [InlineData("2147483647", int.MaxValue)]
    public void An_id_is_a_whole_number(string text, int number)
    {
        Assert.True(RepresentativeId.TryParse(text, out var representative));
        Assert.True(IssueId.TryParse(text, out var issue));

        Assert.Equal((number, number), (representative.Value, issue.Value));
        Assert.Equal((text.TrimStart('0'), text.TrimStart('0')), (representative.ToString(), issue.ToString()));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("+1")]
    [InlineData(" 1")]
    [InlineData("1 ")]
    [InlineData("1.0")]
    [InlineData("1e3")]
    [InlineData("0x1")]
    [InlineData("1,000")]
    [InlineData("２")]
    [InlineData("٣")]
    [InlineData("2147483648")]
    [InlineData("99999999999999999999")]
    public void Anything_else_is_no_id(string? text)
    {
        Assert.False(RepresentativeId.TryParse(text, out _));
        Assert.False(IssueId.TryParse(text, out _));
    }

    [Theory]
    [InlineData("1728331", "1728331")]
    [InlineData("17 28-331", "1728331")]
    [InlineData("172\u2013833\u00A01", "1728331")]
    [InlineData(" 1728331 ", "1728331")]
    [InlineData("aBcDeF1", "aBcDeF1")]
    public void A_session_key_loses_spaces_and_dashes_and_nothing_else(string typed, string key)
    {
        Assert.True(SessionKey.TryParse(typed, 7, out var parsed));

        Assert.Equal(key, parsed.Reveal());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("-------")]
    [InlineData("172833")]
    [InlineData("17283311")]
    [InlineData("172833_")]
    [InlineData("172833é")]
    [InlineData("172833\t1")]
    [InlineData("172833１")]
    public void Anything_else_is_no_session_key(string? typed) => Assert.False(SessionKey.TryParse(typed, 7, out _));

    [Theory]
    [InlineData(1, "7")]
    [InlineData(24, "ABCDEFGHIJKLMNOPQRSTUVWX")]
    public void A_session_key_has_the_set_length(int length, string typed) => Assert.True(SessionKey.TryParse(typed, length, out _));

    [Fact]
    public void An_invitation_key_has_thirty_two_hexadecimal_digits()
    {
        const string text = "0123456789abcdefABCDEF0123456789";

        Assert.True(InvitationKey.TryParse(text, out var key));
        Assert.Equal(text, key.Reveal());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("0123456789abcdef0123456789abcde")]
    [InlineData("0123456789abcdef0123456789abcdef0")]
    [InlineData("0123456789abcdef0123456789abcdeg")]
    [InlineData("01234567-89ab-cdef-0123-456789ab")]
    [InlineData(" 0123456789abcdef0123456789abcde")]
    public void Anything_else_is_no_invitation_key(string? text) => Assert.False(InvitationKey.TryParse(text, out _));

    [Fact]
    public void No_key_prints_itself()
    {
        Assert.True(SessionKey.TryParse("1728331", 7, out var session));
        Assert.True(InvitationKey.TryParse(new('a', 32), out var invitation));

        Assert.Equal(("•••", "•••"), (session.ToString(), invitation.ToString()));
        Assert.Equal("•••", $"{session}");
    }
}
