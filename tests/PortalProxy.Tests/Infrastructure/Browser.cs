using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace PortalProxy.Tests.Infrastructure;

/// <summary>A browser without scripts: it opens pages and submits their forms as HTML says, hidden fields and all.</summary>
public sealed class Browser(HttpClient client, string userAgent = Browser.Windows)
{
    public const string Windows = "Mozilla/5.0 (Windows NT 10.0; Win64; x64)";
    public const string Mac = "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.0 Safari/605.1.15";
    public const string IPhone = "Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148";
    public const string IPad = "Mozilla/5.0 (iPad; CPU OS 12_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148";
    public const string Android = "Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0 Mobile Safari/537.36";

    public Task<Page> OpenAsync(string address) => SendAsync(HttpMethod.Get, address);

    /// <summary>Posts fields as they stand, as no form of the portal would.</summary>
    public async Task<Page> PostAsync(string address, string form)
    {
        using var content = new StringContent(form, null, "application/x-www-form-urlencoded");
        return await SendAsync(HttpMethod.Post, address, content);
    }

    public async Task<Page> SendAsync(HttpMethod method, string address, HttpContent? content = null)
    {
        using var request = new HttpRequestMessage(method, address) { Content = content };
        return await ReadAsync(request);
    }

    /// <summary>Submits a form that leads to a page.</summary>
    public async Task<Page> SubmitAsync(IHtmlFormElement form, IHtmlButtonElement? pressed = null)
    {
        using var request = RequestOf(form, pressed);
        return await ReadAsync(request);
    }

    /// <summary>Submits a form that leads to a file.</summary>
    public async Task<HttpResponseMessage> DownloadAsync(IHtmlFormElement form)
    {
        using var request = RequestOf(form);
        request.Headers.TryAddWithoutValidation("User-Agent", userAgent);
        return await client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    /// <summary>What submitting a form sends.</summary>
    public static HttpRequestMessage RequestOf(IHtmlFormElement form, IHtmlButtonElement? pressed = null)
    {
        var request = new HttpRequestMessage(new HttpMethod(form.Method), form.GetAttribute("action"))
        {
            Content = new FormUrlEncodedContent(EntriesOf(form, pressed)),
        };
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        return request;
    }

    // HTML Standard, "constructing the form data set"; a form sends every line end as CRLF.
    private static IEnumerable<KeyValuePair<string, string>> EntriesOf(IHtmlFormElement form, IHtmlButtonElement? pressed)
    {
        foreach (var element in form.Elements.Where(element => !string.IsNullOrEmpty(element.GetAttribute("name"))))
        {
            var value = element switch
            {
                IHtmlInputElement { Type: "checkbox", IsChecked: false } => null,
                IHtmlInputElement input => input.Value,
                IHtmlTextAreaElement area => area.Value,
                IHtmlSelectElement select => select.Value,
                IHtmlButtonElement button when button == pressed => button.Value,
                _ => null,
            };
            if (value is not null)
            {
                yield return new(element.GetAttribute("name")!, value.ReplaceLineEndings("\r\n"));
            }
        }
    }

    private async Task<Page> ReadAsync(HttpRequestMessage request)
    {
        request.Headers.TryAddWithoutValidation("User-Agent", userAgent);
        request.Headers.Accept.ParseAdd("text/html,application/xhtml+xml,*/*;q=0.8");
        using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
        var html = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Equal("text/html", answer.Content.Headers.ContentType?.MediaType);
        return new(answer.StatusCode, await new HtmlParser().ParseDocumentAsync(html, TestContext.Current.CancellationToken));
    }
}

/// <summary>A page as the browser shows it.</summary>
public sealed record Page(HttpStatusCode Status, IHtmlDocument Document)
{
    public void Is(int status) => Assert.Equal(status, (int)Status);

    public string Heading => One("h1").TextContent;

    public string Title => Document.Title ?? "";

    public string Text => Document.Body?.TextContent ?? "";

    /// <summary>The one element that a selector finds.</summary>
    public IElement One(string selector) => Assert.Single(Document.QuerySelectorAll(selector));

    public bool Has(string selector) => Document.QuerySelector(selector) is not null;

    public IHtmlFormElement Form(string selector) => Assert.IsAssignableFrom<IHtmlFormElement>(One(selector));

    public IHtmlButtonElement Button(string selector) => Assert.IsAssignableFrom<IHtmlButtonElement>(One(selector));

    /// <summary>Names and values of a form's hidden fields, in order.</summary>
    public IReadOnlyList<(string Name, string Value)> Hidden(string form) =>
        [.. Form(form).QuerySelectorAll<IHtmlInputElement>("input[type=hidden]").Select(one => (one.Name!, one.Value))];

    public void Tick(string selector) => Assert.IsAssignableFrom<IHtmlInputElement>(One(selector)).IsChecked = true;

    public void Type(string selector, string text)
    {
        switch (One(selector))
        {
            case IHtmlTextAreaElement area:
                area.Value = text;
                break;
            case IHtmlInputElement input:
                input.Value = text;
                break;
            case IHtmlSelectElement select:
                select.Value = text;
                break;
            case var other:
                throw new ArgumentException($"Nobody can type into <{other.LocalName}>.", nameof(selector));
        }
    }

    /// <summary>What stands in a field now, its line ends as a script would see them.</summary>
    public string Typed(string selector) => One(selector) switch
    {
        IHtmlTextAreaElement area => area.Value.ReplaceLineEndings("\n"),
        IHtmlInputElement input => input.Value,
        IHtmlSelectElement select => select.Value ?? "",
        var other => throw new ArgumentException($"<{other.LocalName}> is no field.", nameof(selector)),
    };
}
