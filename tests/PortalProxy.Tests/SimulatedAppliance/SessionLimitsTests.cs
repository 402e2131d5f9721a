namespace PortalProxy.Tests.SimulatedAppliance;

public sealed class SessionLimitsTests : WithACurrentAppliance
{
    [Theory]
    [InlineData("customer.name", "å", 100)]
    [InlineData("customer.company", "🙂", 100)]
    [InlineData("customer.company_code", "x", 100)]
    [InlineData("customer.details", "x", 1024)]
    [InlineData("customer.details", "å", 512)]
    [InlineData("customer.details", "🙂", 256)]
    [InlineData("session.custom.external_key", "å", 1024)]
    [InlineData("session.custom.room", "x", 1024)]
    public async Task A_field_may_be_as_long_as_its_limit_and_no_longer(string name, string letter, int limit)
    {
        using var atLimit = await PostAsync((name, Repeat(letter, limit)));
        using var beyond = await PostAsync((name, Repeat(letter, limit) + "x"));
        await Answers.IsTheClientAsync(atLimit, Appliance.Client.Sha256);
        Answers.IsARefusal(beyond);
    }

    [Fact]
    public async Task All_custom_attributes_together_hold_10_KB_with_the_external_key_among_them()
    {
        var nine = Enumerable.Range(1, 9).Select(number => ($"session.custom.a{number}", Repeat("x", 1024))).ToArray();
        using var atLimit = await PostAsync([.. nine, ("session.custom.external_key", Repeat("x", 1024))]);
        using var beyond = await PostAsync([.. nine, ("session.custom.external_key", Repeat("x", 1023) + "å")]);
        await Answers.IsTheClientAsync(atLimit, Appliance.Client.Sha256);
        Answers.IsARefusal(beyond);
    }

    [Theory]
    [InlineData("en-us")]
    [InlineData("de")]
    [InlineData("fr")]
    public async Task A_language_must_be_installed(string locale)
    {
        using var installed = await PostAsync(("locale", locale));
        Appliance.State.Locales = ["sv"];
        using var removed = await PostAsync(("locale", locale));
        await Answers.IsTheClientAsync(installed, Appliance.Client.Sha256);
        Answers.IsARefusal(removed);
    }

    private Task<HttpResponseMessage> PostAsync(params (string Name, string Value)[] fields) =>
        Http.PostAsync(StartSession, Form([("issue_menu", "1"), .. fields]), Cancel);

    private static string Repeat(string letter, int count) => string.Concat(Enumerable.Repeat(letter, count));
}
