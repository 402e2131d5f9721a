using PortalProxy.Connector.Reading;
using System.Text;

namespace PortalProxy.Tests.Connector.Reading;

public sealed class UrlEncodedTests
{
    [Theory]
    [InlineData("a=b", "a", "b")]
    [InlineData("a=", "a", "")]
    [InlineData("a", "a", "")]
    [InlineData("a=b=c", "a", "b=c")]
    [InlineData("a=b+c", "a", "b c")]
    [InlineData("a=b%2Bc", "a", "b+c")]
    [InlineData("a=%20%41%6a%6A", "a", " Ajj")]
    [InlineData("a+b=c", "a b", "c")]
    [InlineData("a%3Db=c", "a=b", "c")]
    [InlineData("a=%C3%A5", "a", "å")]
    [InlineData("a=å", "a", "å")]
    [InlineData("a=%F0%9F%98%80", "a", "😀")]
    [InlineData("a=%00", "a", "\0")]
    [InlineData("a=b;c", "a", "b;c")]
    [InlineData("a=%2541", "a", "%41")]
    public void What_is_well_written_is_read_as_it_is(string text, string name, string value) =>
        Assert.Equal(new UrlEncoded.Parameter(name, value), Assert.Single(UrlEncoded.Read(Encoding.UTF8.GetBytes(text))));

    [Theory]
    [InlineData("%")]
    [InlineData("%4")]
    [InlineData("%zz")]
    [InlineData("%4g")]
    [InlineData("%+4")]
    [InlineData("% 4")]
    [InlineData("100%")]
    [InlineData("%u00e5")]
    [InlineData("%ff")]
    [InlineData("%c3")]
    [InlineData("%c3x%a5")]
    [InlineData("%a5")]
    [InlineData("%c0%80")]
    [InlineData("%e0%80%80")]
    [InlineData("%ed%a0%80")]
    [InlineData("%ed%a0%bd%ed%b8%80")]
    [InlineData("%f4%90%80%80")]
    [InlineData("%e5")]
    public void A_value_that_is_no_percent_encoded_utf8_is_broken_and_never_guessed_at(string value) =>
        Assert.Equal(new UrlEncoded.Parameter("a", null), Assert.Single(UrlEncoded.Read(Encoding.UTF8.GetBytes("a=" + value))));

    [Theory, InlineData(""), InlineData("&"), InlineData("&&&"), InlineData("=a"), InlineData("%ff=a"), InlineData("%=a"), InlineData("=")]
    public void What_has_no_name_that_can_be_read_is_passed_over(string text) =>
        Assert.Empty(UrlEncoded.Read(Encoding.UTF8.GetBytes(text)));

    [Fact]
    public void Order_and_repetition_are_kept() => Assert.Equal(
        [new("b", "1"), new("a", "2"), new("b", "3"), new("c", null)],
        UrlEncoded.Read("b=1&a=2&&b=3&%ff=x&c=%"u8));
}
