namespace PortalProxy.Pages.Start;

/// <summary>The customer's browser: where it shows a download and what it asks before it keeps one.</summary>
public enum CustomerBrowser
{
    Other,
    Chrome,
    Edge,
    Firefox,
    Safari,
}

/// <summary>Tells browsers apart by their <c>User-Agent</c>; a hint, never more.</summary>
public static class CustomerBrowsers
{
    // In this order: each names those below it as well.
    private static readonly (string Mark, CustomerBrowser Browser)[] Marks =
    [
        ("Edg/", CustomerBrowser.Edge),
        ("OPR/", CustomerBrowser.Other),
        ("Firefox/", CustomerBrowser.Firefox),
        ("Chrome/", CustomerBrowser.Chrome),
        ("Safari/", CustomerBrowser.Safari),
    ];

    public static CustomerBrowser From(string userAgent) =>
        Marks.FirstOrDefault(one => userAgent.Contains(one.Mark, StringComparison.Ordinal)).Browser;
}
