using PortalProxy.Check;

namespace PortalProxy.Tests.Check;

public sealed class CheckArgumentsTests
{
    [Theory]
    [InlineData("--jsno")]
    [InlineData("--json --json")]
    [InlineData("json")]
    [InlineData("--try")]
    [InlineData("--try --json")]
    [InlineData("--try nonsense")]
    [InlineData("--try issue:1")]
    [InlineData("--try representative")]
    [InlineData("--try representative:Ann")]
    [InlineData("--try representative:0")]
    [InlineData("--try representative:101:")]
    [InlineData("--try key:")]
    [InlineData("--try key:12?4567")]
    [InlineData("--try key:1234567890123456789012345")]
    [InlineData("--try issue --try issue")]
    [InlineData("--Nonsense:Setting=1")]
    [InlineData("--Appliance:BaseUrl")]
    [InlineData("--urls=http://127.0.0.1:1")]
    public async Task Wrong_arguments_end_with_2_and_the_usage_and_ask_nobody(string arguments)
    {
        var run = await CheckRun.OfAsync(arguments.Split(' '));

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Equal(CheckArguments.Usage + Environment.NewLine, run.Errors);
    }

    [Theory]
    [InlineData("issue", typeof(TriedWay.Issue))]
    [InlineData("representative:101", typeof(TriedWay.Representative))]
    [InlineData("representative:101:Åsa: second line", typeof(TriedWay.Representative))]
    [InlineData("key:1728331", typeof(TriedWay.Key))]
    [InlineData("key:172-83 31", typeof(TriedWay.Key))]
    public void A_way_is_read(string text, Type type)
    {
        Assert.True(CheckArguments.TryParse(["--try", text, "--json", "--Portal:Name=Help"], out var parsed));
        Assert.IsType(type, parsed.Try);
        Assert.True(parsed.Json);
        Assert.Equal(["--Portal:Name=Help"], parsed.Settings);
    }

    [Fact]
    public void A_key_masks_itself()
    {
        Assert.True(CheckArguments.TryParse(["--try", "key:1728331"], out var parsed));
        Assert.DoesNotContain("1728331", parsed.ToString());
    }
}
