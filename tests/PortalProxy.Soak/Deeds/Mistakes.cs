using System.Security.Cryptography;
using PortalProxy.Soak.Customers;
using PortalProxy.Soak.Findings;

namespace PortalProxy.Soak.Deeds;

/// <summary>What people, programs and attackers get wrong, each with the one right answer.</summary>
internal static class Mistakes
{
    private const string Door = Links.Door;
    private static readonly string TooLong = Marks.Personal + new string('x', 100);

    private static readonly (string Method, string Target, string? Form, (string Name, string Value)? Header, int Right)[] Wrong =
    [
        ("GET", $"{Door}?issue_menu=1&short_key={Marks.WrongKey}", null, null, 422),
        ("GET", $"{Door}?issue_menu=1&customer_name=%ff{Marks.Personal}", null, null, 422),
        ("GET", $"{Door}?id=999&name={Marks.Personal}", null, null, 422),
        ("GET", $"{Door}?customer_name={Marks.Personal}&issue_menu=2", null, ("Accept", "application/json"), 422),
        ("POST", "/issue", $"issue_menu=1&customer_name={TooLong}", null, 422),
        ("POST", "/session-key", $"short_key={Marks.Personal}%00", null, 422),
        ("POST", Door, $"issue_menu=1&customer_name={Marks.Personal}", ("Sec-Fetch-Site", "cross-site"), 403),
        ("POST", "/issue", "issue_menu=1", ("Origin", "https://elsewhere.example"), 403),
        ("POST", Door, $"issue_menu=1&customer_desc={new string('x', 200_000)}", null, 413),
        ("GET", $"/{Marks.Personal}/{Marks.WrongKey}", null, null, 404),
        ("GET", "/downloads/no-id", null, null, 404),
        ("DELETE", $"{Door}?customer_name={Marks.Personal}", null, null, 405),
        ("BREW", "/", null, null, 405),
    ];

    public static async Task WrongInputAsync(Customer customer, CancellationToken cancellationToken)
    {
        var (method, target, form, header, right) = Wrong[RandomNumberGenerator.GetInt32(Wrong.Length)];
        using var request = new HttpRequestMessage(new HttpMethod(method), target);
        if (form is not null)
            request.Content = new StringContent(form, null, "application/x-www-form-urlencoded");
        if (header is var (name, value))
            request.Headers.TryAddWithoutValidation(name, value);
        using var answer = await customer.Client.SendAsync(request, cancellationToken);
        customer.Expect($"{method} {target[..Math.Min(40, target.Length)]}", answer, right);
    }

    /// <summary>Typed wrong: the form can't know, and the appliance says no.</summary>
    public static async Task WrongKeyAsync(Customer customer, CancellationToken cancellationToken)
    {
        var began = Customer.Now;
        var page = await customer.Browser.OpenAsync("/session-key");
        page.Type("#session-key input[name=short_key]", Marks.WrongKey);
        var start = await customer.Browser.SubmitAsync(page.Form("#session-key form"));
        start.Is(200);
        using var request = Tests.Infrastructure.Browser.RequestOf(start.Form("#connector"));
        using var answer = await customer.Client.SendAsync(request, cancellationToken);
        customer.Expect("a wrong key", answer, customer.Had(began, Trouble.BothAway) ? [422, 502] : [422]);
    }

    public static async Task GuessAsync(Customer customer, CancellationToken cancellationToken)
    {
        var began = Customer.Now;
        using var content = new StringContent($"short_key={Marks.WrongKey}", null, "application/x-www-form-urlencoded");
        using var answer = await customer.Client.PostAsync(Door, content, cancellationToken);
        customer.Expect("guessing", answer, customer.Had(began, Trouble.BothAway) ? [422, 429, 502] : [422, 429]);
    }
}
