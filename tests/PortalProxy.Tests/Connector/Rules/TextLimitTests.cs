using PortalProxy.Tests.Infrastructure;

namespace PortalProxy.Tests.Connector.Rules;

/// <summary>Each limit, and one beyond it, in letters of one, two and four bytes.</summary>
public sealed class TextLimitTests
{
    private static readonly ConnectorRules Rules = new();

    public static MatrixTheoryData<(string Name, int Limit), string> EachLimitInEachLetter => new(
        [
            ("customer_name", 100), ("customer_company", 100), ("customer_company_code", 100), ("external_key", 1024),
            ("customer_desc", 1024), ("codeName", 1024),
        ],
        ["x", "ü", "漢", "😀", "א", "e\u0301"]);

    [Theory, MemberData(nameof(EachLimitInEachLetter))]
    public void Characters_are_code_points_and_one_beyond_the_limit_is_one_too_many((string Name, int Limit) field, string letter)
    {
        var size = letter.EnumerateRunes().Count();
        var longest = string.Concat(Enumerable.Repeat(letter, field.Limit / size));

        Assert.Null(Rules.FaultOf(field.Name, longest));
        Assert.Null(Rules.FaultOf(field.Name, $" \t{longest}\r\n "));
        var fault = Rules.FaultOf(field.Name, longest + "y");
        Assert.Contains($" {field.Limit + 1} ", fault, StringComparison.Ordinal);
        Assert.Contains($" {field.Limit} ", fault, StringComparison.Ordinal);
    }

    [Fact]
    public void The_name_of_a_representative_has_a_limit_as_well()
    {
        Assert.True(Rules.Check(("id", "1"), ("name", new string('n', 1024))).IsValid);
        Assert.NotNull(ConnectorRules.FaultOf(Rules.Check(("id", "1"), ("name", new string('n', 1025))), "name"));
    }

    [Theory]
    [InlineData("\r\n")]
    [InlineData("\n")]
    [InlineData("\r")]
    public void A_line_end_of_the_description_counts_as_the_two_that_a_form_sends(string lineEnd)
    {
        Assert.Null(Rules.FaultOf("customer_desc", new string('x', 1021) + lineEnd + "y"));
        Assert.Contains("1025", Rules.FaultOf("customer_desc", new string('x', 1022) + lineEnd + "y"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a\nb", "a\r\nb")]
    [InlineData("a\rb", "a\r\nb")]
    [InlineData("a\r\nb", "a\r\nb")]
    [InlineData("a\n\rb", "a\r\n\r\nb")]
    [InlineData("\n a \n", "a")]
    [InlineData("a\u2028b", "a\u2028b")]
    public void Line_ends_of_the_description_become_those_of_a_form(string typed, string written) =>
        Assert.Equal(written, Rules.Read(("customer_desc", typed))[PortalProxy.Connector.Reading.ConnectorParameter.Description]);
}
