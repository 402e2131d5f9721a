using PortalProxy.Soak.Customers;

namespace PortalProxy.Soak.Deeds;

/// <summary>What customers do, and how often.</summary>
internal static class Mix
{
    /// <summary>All of it.</summary>
    public static IReadOnlyList<Deed> Everything { get; } =
    [
        new("a page with its assets", 28, Looking.PageAsync),
        new("availability", 4, Looking.AvailabilityAsync),
        new("an open page", 8, Looking.OpenPageAsync),
        new("a representative by form", 10, Forms.RepresentativeAsync),
        new("a session key by form", 10, Forms.SessionKeyAsync),
        new("an issue by form", 12, Forms.IssueAsync),
        new("a link to an issue", 6, Links.IssueAsync),
        new("a link to a representative", 4, Links.RepresentativeAsync),
        new("an invitation", 4, Links.InvitationAsync),
        new("HEAD", 3, Links.HeadAsync),
        new("a prefetch", 2, Links.PrefetchAsync),
        new("a slow reader", 6, Lines.SlowReaderAsync),
        new("a leaver", 5, Lines.LeaverAsync),
        new("a wrong key", 3, Mistakes.WrongKeyAsync),
        new("wrong input", 8, Mistakes.WrongInputAsync),
    ];

    /// <summary>To warm a portal up: the same without wrong keys, which have a limit for each address.</summary>
    public static IReadOnlyList<Deed> Ordinary { get; } = [.. Everything.Where(deed => deed.Do != Mistakes.WrongKeyAsync)];

    /// <summary>Somebody who guesses keys, until the limit of an address and beyond.</summary>
    public static IReadOnlyList<Deed> Guessing { get; } = [new("guessing", 1, Mistakes.GuessAsync)];
}
