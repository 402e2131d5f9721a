using System.Security.Cryptography;
using System.Threading.Channels;
using Microsoft.Playwright;
using PortalProxy.Tests.Infrastructure;

namespace PortalProxy.BrowserTests.Infrastructure;

/// <summary>One customer in a browser of their own: fresh profile, nothing stored, and a memory of everything that went wrong.</summary>
public sealed class Customer : IAsyncDisposable
{
    private readonly IBrowserContext context;
    private readonly List<string> troubles = [];
    private readonly List<string> asked = [];
    private readonly Channel<IDownload> downloads = Channel.CreateUnbounded<IDownload>();
    private string? expected;

    private Customer(IBrowserContext context, IPage page)
    {
        this.context = context;
        Page = page;
        page.Download += (_, download) => downloads.Writer.TryWrite(download);
        page.PageError += (_, error) => Note(troubles, error);
        page.Console += (_, message) =>
        {
            // A status of 400 or more is an answer like any other here; the browser logs it as an error.
            if (message.Type == "error" && !message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal))
                Note(troubles, message.Text);
        };
        page.Request += (_, request) => Note(asked, $"{request.Method} {new Uri(request.Url).PathAndQuery}");
    }

    public IPage Page { get; }

    /// <summary>Method and address of every request so far.</summary>
    public IReadOnlyList<string> Asked
    {
        get
        {
            lock (asked)
                return [.. asked];
        }
    }

    public static async Task<Customer> ComeAsync(Chromium chromium, Portal portal, BrowserNewContextOptions? options = null)
    {
        options ??= new();
        options.BaseURL = portal.Url.AbsoluteUri;
        options.AcceptDownloads = true;
        var context = await chromium.Browser.NewContextAsync(options);
        return new(context, await context.NewPageAsync());
    }

    public async Task<Customer> OpenAsync(string address)
    {
        await Page.GotoAsync(address);
        return this;
    }

    /// <summary>Lets the browser complain of what a test is about.</summary>
    public Customer Expecting(string complaint)
    {
        expected = complaint;
        return this;
    }

    public ILocator Heading => Page.Locator("h1");

    public ILocator KeyField => Page.Locator("input[name=short_key]");

    public ILocator Button(string name) => Page.GetByRole(AriaRole.Button, new() { Name = name });

    public async Task ReadsAsync(string heading) => await Assertions.Expect(Heading).ToHaveTextAsync(heading);

    /// <summary>The next file: its SHA-256, and the name under which it is saved. It may have come before anybody asked.</summary>
    public async Task<(string Sha256, string Name)> NextFileAsync()
    {
        var download = await Soon.Within(downloads.Reader.ReadAsync().AsTask());
        await using var file = await download.CreateReadStreamAsync();
        return (Convert.ToHexStringLower(await SHA256.HashDataAsync(file, TestContext.Current.CancellationToken)), download.SuggestedFilename);
    }

    /// <summary>A broken script or a breach of the content security policy on any page of the visit fails the test.</summary>
    public async ValueTask DisposeAsync()
    {
        await context.DisposeAsync();
        lock (troubles)
            Assert.DoesNotContain(troubles, trouble => expected is null || !trouble.Contains(expected, StringComparison.OrdinalIgnoreCase));
    }

    private static void Note(List<string> list, string text)
    {
        lock (list)
            list.Add(text);
    }
}
