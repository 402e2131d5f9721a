using PortalProxy.Connector.Reading;
using PortalProxy.Tests.Infrastructure;

namespace PortalProxy.Tests.Connector.Reading;

/// <summary>Characters that no field may hold are refused, and never cleaned away.</summary>
public sealed class ControlCharacterTests
{
    private static readonly ConnectorRules Rules = new();

    private static readonly string[] OneLine = ["customer_name", "customer_company", "customer_company_code", "external_key", "codeName"];

    public static MatrixTheoryData<string, int> EachControlCharacterInEachField => new(
        [.. OneLine, "customer_desc"],
        [.. Enumerable.Range(0, 0x20).Concat(Enumerable.Range(0x7F, 0x21)).Where(letter => letter is not ('\r' or '\n'))]);

    public static MatrixTheoryData<string, string> EachLineBreakInEachFieldOfOneLine => new(OneLine, ["\r", "\n", "\r\n", "\u2028", "\u2029"]);

    [Theory, MemberData(nameof(EachControlCharacterInEachField))]
    public void Control_characters_are_refused(string name, int letter) => Assert.NotNull(Rules.FaultOf(name, $"a{(char)letter}b"));

    [Theory, MemberData(nameof(EachLineBreakInEachFieldOfOneLine))]
    public void Line_breaks_are_refused_outside_the_description(string name, string lineBreak) =>
        Assert.Contains("one line", Rules.FaultOf(name, $"a{lineBreak}b"), StringComparison.Ordinal);

    [Theory]
    [InlineData("a\u00A0b")]
    [InlineData("a\u00ADb")]
    [InlineData("a\u200Bb")]
    [InlineData("a\u200Eb\u202Ec")]
    [InlineData("\uFEFFa")]
    [InlineData("a\uFFFDb")]
    [InlineData("a\uFFFFb")]
    [InlineData("👩\u200D💻")]
    [InlineData("<script>alert('x')</script> & \"quotes\" \\ / ; -- %00 ${x}")]
    public void Whatever_else_unicode_has_is_taken(string text)
    {
        Assert.Null(Rules.FaultOf("customer_name", text));
        Assert.Equal(text, Rules.Read(("customer_name", text))[ConnectorParameter.CustomerName]);
    }

    [Fact]
    public void Unpaired_surrogates_are_refused()
    {
        // No encoding of a request can bring one in, so the rule is asked itself.
        foreach (var text in new[] { "\uD83D", "\uDE00", "a\uDE00\uD83Db" })
        {
            var fields = new ConnectorFields(
                [new(ConnectorParameter.IssueMenu, "issue_menu", "1"), new(ConnectorParameter.CustomerName, "customer_name", text)],
                []);

            Assert.NotNull(ConnectorRules.FaultOf(Rules.Check(fields), "customer_name"));
        }
    }
}
