using System.Text;
using System.Text.Json.Nodes;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace PortalProxy.Tests.Infrastructure;

/// <summary>Requests as browsers and scripts make them, and answers as they read them.</summary>
public static class PortalRequests
{
    public const string Door = "/download_customer_connector.ns";

    public static string Query(params IEnumerable<(string Name, string Value)> fields) =>
        string.Join('&', fields.Select(field => $"{Uri.EscapeDataString(field.Name)}={Uri.EscapeDataString(field.Value)}"));

    public static Task<HttpResponseMessage> GetAsync(this Portal portal, string target, string? accept = null) =>
        portal.SendAsync(new(HttpMethod.Get, target), accept);

    public static Task<HttpResponseMessage> PostAsync(this Portal portal, string target, string form, string? accept = null) => portal.SendAsync(
        new(HttpMethod.Post, target) { Content = new StringContent(form, Encoding.ASCII, "application/x-www-form-urlencoded") }, accept);

    /// <summary>Fields in the query, or with POST in the body.</summary>
    public static Task<HttpResponseMessage> AskAsync(this Portal portal, string method, string path, string form) => method == "POST"
        ? portal.PostAsync(path, form)
        : portal.SendAsync(new(new HttpMethod(method), $"{path}?{form}"));

    public static Task<HttpResponseMessage> SendAsync(this Portal portal, HttpRequestMessage request, string? accept = null)
    {
        if (accept is not null)
            request.Headers.TryAddWithoutValidation("Accept", accept);
        return portal.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
    }

    /// <param name="portal">The portal.</param>
    /// <param name="target">What is asked for.</param>
    /// <param name="accepted"><c>Accept-Language</c>; null: none.</param>
    /// <param name="accept"><c>Accept</c>; null: none.</param>
    public static Task<HttpResponseMessage> InLanguagesAsync(this Portal portal, string target, string? accepted, string? accept = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, target);
        if (accepted is not null)
            request.Headers.TryAddWithoutValidation("Accept-Language", accepted);
        return portal.SendAsync(request, accept);
    }

    /// <summary>A header in its raw spelling; null where there is none.</summary>
    public static string? Raw(this HttpResponseMessage answer, string header) =>
        answer.Headers.NonValidated.TryGetValues(header, out var values) || answer.Content.Headers.NonValidated.TryGetValues(header, out values)
            ? values.ToString()
            : null;

    public static Task<byte[]> BytesAsync(this HttpResponseMessage answer) =>
        answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);

    public static async Task<IHtmlDocument> PageAsync(this HttpResponseMessage answer)
    {
        Assert.Equal("text/html; charset=utf-8", answer.Raw("Content-Type"));
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return await new HtmlParser().ParseDocumentAsync(text, TestContext.Current.CancellationToken);
    }

    public static async Task<JsonObject> ProblemAsync(this HttpResponseMessage answer)
    {
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        return JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!.AsObject();
    }
}
