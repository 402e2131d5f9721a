namespace PortalProxy.Tests.Hosting;

/// <summary>Requests of every kind that carry what nobody but the appliance may learn, in every place where a request can carry it.</summary>
internal static class PersonalRequests
{
    public const string Personal =
        "customer_name=Wilhelmina&customer_company=Secretive&customer_company_code=C0DE-77&customer_desc=grandmother&external_key=TICKET-4711";

    public static readonly IReadOnlyList<string> Secrets =
    [
        "Wilhelmina", "Secretive", "C0DE-77", "grandmother", "TICKET-4711", "7654321", "feedfacefeedfacefeedfacefeedface",
        "Hortensia", "203.0.113.77",
    ];

    private static readonly (string Method, string Path, string? Form)[] All =
    [
        ("GET", $"/?{Personal}", null),
        ("GET", $"/issue?{Personal}&id=x", null),
        ("GET", $"/session-key?{Personal}%0A", null),
        ("GET", "/?ak=feedfacefeedfacefeedfacefeedface", null),
        ("GET", "/?ak=feedfacefeedfacefeedfacefeedfacee", null),
        ("GET", $"/7654321/Wilhelmina?{Personal}", null),
        ("POST", "/issue", $"{Personal}&id=1"),
        ("POST", "/issue", $"{Personal}%0A&customer_name=Wilhelmina"),
        ("POST", "/session-key", $"{Personal}&short_key=7654321"),
        ("POST", "/session-key", $"{Personal}&short_key=7654321+7654321"),
        ("POST", "/representatives", $"{Personal}&id=101"),
        ("POST", "/representatives", $"{Personal}&id=101&name=Wilhelmina"),
        ("GET", $"/download_customer_connector.ns?issue_menu=1&{Personal}", null),
        ("GET", $"/download_customer_connector.ns?short_key=7654321&{Personal}", null),
        ("POST", "/download_customer_connector.ns", $"short_key=7654321&{Personal}"),
        ("Wilhelmina", $"/issue?{Personal}", null),
    ];

    public static int Count => All.Length;

    public static async Task SendAllAsync(HttpClient client)
    {
        foreach (var (method, path, form) in All)
        {
            using var request = new HttpRequestMessage(new(method), path);
            request.Content = form is null ? null : new StringContent(form, null, "application/x-www-form-urlencoded");
            request.Headers.TryAddWithoutValidation("Referer", $"https://www.example.com/?{Personal}");
            request.Headers.TryAddWithoutValidation("User-Agent", "Mozilla/5.0 (Hortensia)");
            request.Headers.TryAddWithoutValidation("X-Forwarded-For", "203.0.113.77");
            request.Headers.TryAddWithoutValidation("baggage", "name=Wilhelmina");
            request.Headers.TryAddWithoutValidation("tracestate", "wilhelmina=1");
            request.Headers.Host = "wilhelmina.example";
            using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
            Assert.True((int)answer.StatusCode < 500);
        }
    }
}
