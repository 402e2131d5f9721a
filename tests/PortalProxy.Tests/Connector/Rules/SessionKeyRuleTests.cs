using PortalProxy.Connector;
using PortalProxy.Tests.Infrastructure;

namespace PortalProxy.Tests.Connector.Rules;

/// <summary>Session keys as people type them.</summary>
public sealed class SessionKeyRuleTests
{
    [Theory]
    [InlineData("1728331", 7)]
    [InlineData(" 172 8331 ", 7)]
    [InlineData("172-83-31", 7)]
    [InlineData("172\u00A08331", 7)]
    [InlineData("172\u20138331", 7)]
    [InlineData("172\u20148331", 7)]
    [InlineData("172\u20118331", 7)]
    [InlineData("172\u202F8331", 7)]
    [InlineData("abcdefg", 7)]
    [InlineData("ABCdef1", 7)]
    [InlineData("7", 1)]
    [InlineData("abcdefghijklmnopqrstuvwx", 24)]
    public void Spaces_and_dashes_are_lost_and_letters_keep_their_case(string typed, int length)
    {
        var rules = new ConnectorRules(length);

        Assert.True(rules.Check(("short_key", typed)).IsValid);
        Assert.True(PortalProxy.Appliance.SessionKey.TryParse(typed, length, out var key));
        Assert.Equal(string.Concat(typed.Where(char.IsAsciiLetterOrDigit)), key.Reveal());
    }

    [Theory]
    [InlineData("172833", 7, "6")]
    [InlineData("17283310", 7, "8")]
    [InlineData("-", 7, "0")]
    [InlineData("1728331", 8, "7")]
    [InlineData("abcdefghijklmnopqrstuvwxy", 24, "25")]
    public void A_wrong_length_is_told_with_what_was_found(string typed, int length, string found)
    {
        var fault = ConnectorRules.FaultOf(new ConnectorRules(length).Check(("short_key", typed)), "short_key");

        Assert.Contains($"you entered {found}.", fault, StringComparison.Ordinal);
        Assert.Contains($"{length} letters or digits", fault, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("172833å")]
    [InlineData("172.831")]
    [InlineData("172_831")]
    [InlineData("172\t8331")]
    [InlineData("172\n8331")]
    [InlineData("172\u200B8331")]
    [InlineData("1728331\0")]
    [InlineData("１７２８３３１")]
    [InlineData("١٧٢٨٣٣١")]
    [InlineData("17283😀")]
    public void Other_letters_are_refused_and_never_cleaned_away(string typed)
    {
        var fault = ConnectorRules.FaultOf(new ConnectorRules().Check(("short_key", typed)), "short_key");

        Assert.Contains("nothing else", fault, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0123456789abcdef0123456789ABCDEF", true)]
    [InlineData("0123456789abcdef0123456789ABCDE", false)]
    [InlineData("0123456789abcdef0123456789ABCDEF0", false)]
    [InlineData("0123456789abcdef 0123456789ABCDEF", false)]
    [InlineData("0123456789abcdeg0123456789abcdef", false)]
    public void The_key_of_an_invitation_is_32_hexadecimal_digits(string key, bool right) =>
        Assert.Equal(right, new ConnectorRules().Check(("ak", key)).IsValid);

    [Fact]
    public void A_key_shows_itself_nowhere()
    {
        Assert.True(PortalProxy.Appliance.SessionKey.TryParse("1728331", 7, out var key));
        var fields = new ConnectorRules().Read(("short_key", "1728331"), ("customer_name", "Zoë"));
        var request = new ConnectorRequest.BySessionKey(key, CustomerDetails.From(fields));

        foreach (var text in new[] { $"{key}", $"{request}", $"{request.Customer}", $"{fields}" })
        {
            Assert.DoesNotContain("1728331", text, StringComparison.Ordinal);
            Assert.DoesNotContain("Zoë", text, StringComparison.Ordinal);
        }
    }
}
