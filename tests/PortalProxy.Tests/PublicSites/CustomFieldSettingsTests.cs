using PortalProxy.Languages;
using PortalProxy.Tests.Settings;

namespace PortalProxy.Tests.PublicSites;

/// <summary>A declaration that can't work stops the start and names itself.</summary>
public sealed class CustomFieldSettingsTests
{
    private static readonly (string Key, string? Value)[] Current = [("Appliance:SessionApi", "StartSession")];

    [Theory]
    [InlineData("Portal:Fields:1:Label", "Room", "Portal:Fields:1:CodeName is missing.")]
    [InlineData("Portal:Fields:1:CodeName", "room number", "Portal:Fields:1:CodeName is \"room number\".")]
    [InlineData("Portal:Fields:1:CodeName", "räum", "Portal:Fields:1:CodeName is \"räum\".")]
    [InlineData("Portal:Fields:1:CodeName", "external_key", "Portal:Fields:1:CodeName is \"external_key\".")]
    [InlineData("Portal:Fields:0:Pattern", "[A-Z", "Portal:Fields:0:Pattern is \"[A-Z\".")]
    [InlineData("Portal:Fields:0:Pattern", "(a)\\1", "Portal:Fields:0:Pattern is \"(a)\\1\".")]
    [InlineData("Portal:Fields:0:Pattern", "(?=a)a", "Portal:Fields:0:Pattern is \"(?=a)a\".")]
    [InlineData("Portal:Fields:0:Kind", "Date", "Portal:Fields:0:Kind is \"Date\".")]
    [InlineData("Portal:Fields:0:Kind", "Choice", "Portal:Fields:0:Choices is missing.")]
    [InlineData("Portal:Fields:0:Length", "1025", "Portal:Fields:0:Length is \"1025\".")]
    [InlineData("Portal:Fields:0:Length", "0", "Portal:Fields:0:Length is \"0\".")]
    [InlineData("Portal:Fields:0:Required", "yes", "Portal:Fields:0:Required is \"yes\".")]
    [InlineData("Portal:Fields:1:CodeName", "asset", "Portal:Fields declares the code name \"asset\" 2 times.")]
    public void A_bad_declaration_is_a_start_mistake_that_says_which_and_how_to_mend_it(string key, string value, string mistake) => Assert.Matches(
        $"^{System.Text.RegularExpressions.Regex.Escape(mistake)} [A-Z].+\\.$",
        Assert.Single(InMemory.MistakesIn([.. Current, ("Portal:Fields:0:CodeName", "asset"), (key, value)])));

    [Fact]
    public void The_dialect_of_2008_has_no_attributes_and_the_start_says_so()
    {
        var mistake = Assert.Single(InMemory.MistakesIn(("Portal:Fields:0:CodeName", "asset"), ("Portal:Fields:1:CodeName", "room")));

        Assert.Equal(
            "Portal:Fields declares 2 fields, which the dialect of 2008 can't send. "
            + "Set Appliance:SessionApi to StartSession, or take the fields out.",
            mistake);
    }

    [Fact]
    public void A_label_in_no_language_of_the_portal_is_a_start_mistake_that_names_the_nearest() => Assert.StartsWith(
        "Portal:Fields:0:Labels:ge names \"ge\", which is no language of the portal. The nearest is de; there are en, de, fr,",
        Assert.Single(InMemory.MistakesIn([.. Current, ("Portal:Fields:0:CodeName", "asset"), ("Portal:Fields:0:Labels:ge", "Gerät")])),
        StringComparison.Ordinal);

    [Fact]
    public void A_label_is_chosen_by_language_and_the_code_name_is_the_last_resort()
    {
        var fields = InMemory.Read(
        [
            .. Current,
            ("Portal:Fields:0:CodeName", "asset"), ("Portal:Fields:0:Label", "Asset tag"), ("Portal:Fields:0:Labels:de", "Gerätenummer"),
            ("Portal:Fields:1:CodeName", "room"),
        ]).Sites.Default.Fields;

        Assert.Equal(new WordedText("Gerätenummer", null), fields[0].Label.In(Named("de")));
        Assert.Equal(new WordedText("Asset tag", null), fields[0].Label.In(Language.English));
        Assert.Equal(new WordedText("Asset tag", Language.English), fields[0].Label.In(Named("sv")));
        Assert.Equal(new WordedText("room", Language.English), fields[1].Label.In(Named("de")));
    }

    private static Language Named(string tag) => Language.All.Single(one => one.Tag == tag);
}
