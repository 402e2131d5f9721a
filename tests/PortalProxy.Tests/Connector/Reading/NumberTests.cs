using PortalProxy.Tests.Infrastructure;

namespace PortalProxy.Tests.Connector.Reading;

/// <summary>Ids, and the menu that must be 1.</summary>
public sealed class NumberTests
{
    private static readonly ConnectorRules Rules = new();

    [Theory]
    [InlineData("1")]
    [InlineData("2147483647")]
    [InlineData(" 7 ")]
    [InlineData("007")]
    public void An_id_is_a_whole_number_from_1_to_2147483647(string id)
    {
        Assert.Null(Rules.FaultOf("id", id));
        Assert.True(Rules.Check(("id", id), ("name", "Somebody")).IsValid);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("000")]
    [InlineData("2147483648")]
    [InlineData("99999999999999999999")]
    [InlineData("-1")]
    [InlineData("+1")]
    [InlineData("1.0")]
    [InlineData("1e3")]
    [InlineData("0x1")]
    [InlineData("1 2")]
    [InlineData("1,000")]
    [InlineData("\u0661")]
    [InlineData("１")]
    [InlineData("1\0")]
    [InlineData("one")]
    public void Anything_else_is_no_id(string id)
    {
        Assert.Contains("2147483647", Rules.FaultOf("id", id), StringComparison.Ordinal);
        Assert.NotNull(ConnectorRules.FaultOf(Rules.Check(("id", id), ("name", "Somebody")), "id"));
    }

    [Theory, InlineData("0"), InlineData("2"), InlineData("11"), InlineData("01"), InlineData("true"), InlineData("１"), InlineData("1\0")]
    public void The_issue_menu_is_1_and_nothing_else(string value) =>
        Assert.NotNull(ConnectorRules.FaultOf(Rules.Check(("issue_menu", value)), "issue_menu"));
}
