using System.Globalization;
using FluentValidation;
using PortalProxy.Languages;
using PortalProxy.Tests.Infrastructure;

namespace PortalProxy.Tests.Languages;

/// <summary>What the rules say: in the language of the page, in the words of the page, and never in those of the validation library.</summary>
public sealed class MessageTests(HealthyPortal healthy)
{
    private static readonly (string Key, string Value)[] Current =
    [
        ("Appliance:SessionApi", "StartSession"),
        ("Portal:Fields:0:CodeName", "asset"), ("Portal:Fields:0:Label", "Asset tag"), ("Portal:Fields:0:Labels:ar", "رقم الجهاز"),
        ("Portal:Fields:0:Required", "true"), ("Portal:Fields:0:Pattern", "[0-9]+"),
        ("Portal:Fields:1:CodeName", "area"), ("Portal:Fields:1:Labels:ar", "المنطقة"), ("Portal:Fields:1:Kind", "Choice"), ("Portal:Fields:1:Choices:0", "A"),
        ("Portal:Fields:2:CodeName", "there"), ("Portal:Fields:2:Labels:ar", "هنا"), ("Portal:Fields:2:Kind", "Checkbox"),
    ];

    // Every rule at least once.
    private static readonly string[] Wrong =
    [
        "", "short_key=12", "short_key=12345_7", "short_key=1728331&issue_menu=1", "ak=1", "issue_menu=2", "id=0", "name=Ann",
        "codeName=x&id=1", "issue_menu=1&codeName=x&id=1", "issue_menu=1&lang=!", "issue_menu=1&customer_name=a%09b",
        "issue_menu=1&customer_company=a%0Ab", "issue_menu=1&customer_desc=%00", "issue_menu=1&session.custom.area=B",
        "issue_menu=1&session.custom.there=2", "issue_menu=1&session.custom.asset=x", "issue_menu=1&external_key=a%09",
        "issue_menu=1&session.skills=a%0Ab", "issue_menu=1&customer_name=%FF", "issue_menu=1&customer_name=a&customer_name=b",
        "issue_menu=1&customer_name=a&customer.name=b", "id=1&name=a%09b",
    ];

    [Fact]
    public void Every_rule_speaks_arabic_to_whoever_does()
    {
        var rules = new ConnectorRules(Current);
        var messages = InLanguage("ar", () => Wrong
            .Append($"issue_menu=1&customer_company_code={new string('x', 101)}")
            .Append($"issue_menu=1&customer_desc={new string('x', 1025)}")
            .Append($"issue_menu=1&external_key={new string('x', 1024)}&session.custom.asset={new string('1', 1024)}&customer_desc={new string('x', 1025)}")
            .Select(query => (Query: query, Verdict: rules.Check([.. query.Split('&', StringSplitOptions.RemoveEmptyEntries)
                .Select(pair => pair.Split('=')).Select(pair => (pair[0], Uri.UnescapeDataString(pair[1])))])))
            .ToList());

        Assert.All(messages, one =>
        {
            Assert.False(one.Verdict.IsValid, one.Query);
            Assert.All(one.Verdict.Errors, error => Assert.Matches(@"^[\p{IsArabic}«\P{L}]", error.ErrorMessage));
            Assert.All(one.Verdict.Errors, error => Assert.Matches(@"\p{IsArabic}{3}", error.ErrorMessage));
        });
    }

    [Fact]
    public void A_rule_that_forgets_its_message_says_nothing_of_the_validation_librarys()
    {
        var forgetful = new InlineValidator<string>();
        forgetful.RuleFor(text => text.Length).GreaterThan(3);
        forgetful.RuleFor(text => text).Must(text => text.Length > 3);

        var said = InLanguage("sv", () => forgetful.Validate("x"));

        Assert.All(said.Errors, error => Assert.Equal(TextResources.In(Language.All.Single(one => one.Tag == "sv"))["FieldWrongText"], error.ErrorMessage));
    }

    [Theory]
    [InlineData("/session-key", "short_key=12", "#session-key", "Une clé de session compte 7 lettres ou chiffres\u00a0; vous en avez saisi 2.")]
    [InlineData("/session-key", "", "#session-key", "Saisissez la clé de session.")]
    [InlineData("/representatives", "", "#representatives", "Choisissez la personne qui doit vous aider.")]
    [InlineData("/issue", "issue_menu=1&customer_company=a%09b", "#issue", "Entreprise\u00a0: un caractère ne peut pas être envoyé")]
    public async Task A_page_says_it_in_the_words_of_its_labels(string address, string form, string section, string text)
    {
        var page = await healthy.Browser.PostAsync($"{address}?lang=fr", form);

        page.Is(422);
        Assert.StartsWith(text, page.One(".summary a").TextContent, StringComparison.Ordinal);
        Assert.Contains(text, page.One(section).TextContent, StringComparison.Ordinal);
        Assert.StartsWith("Erreur\u00a0: ", page.Title, StringComparison.Ordinal);
        Assert.Equal("Veuillez vérifier ceci", page.One("#summary-title").TextContent);
    }

    [Theory]
    [InlineData("de", "Sitzungsschlüssel")]
    [InlineData("ar", "مفتاح الجلسة")]
    [InlineData("zh-Hant", "工作階段金鑰")]
    public async Task Rules_that_are_made_once_serve_every_language_at_the_same_time(string language, string word)
    {
        var pages = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => healthy.Browser.PostAsync($"/session-key?lang={language}", "short_key=12")));

        Assert.All(pages, page => Assert.Contains(word, page.One(".summary").TextContent));
    }

    private static T InLanguage<T>(string tag, Func<T> work)
    {
        var before = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(tag);
        try
        {
            return work();
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = before;
        }
    }
}
