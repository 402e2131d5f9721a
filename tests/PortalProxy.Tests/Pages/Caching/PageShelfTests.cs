using Microsoft.Extensions.Time.Testing;
using PortalProxy.Appliance;
using PortalProxy.Languages;
using PortalProxy.Pages.Caching;

namespace PortalProxy.Tests.Pages.Caching;

/// <summary>How long a page is good for.</summary>
public sealed class PageShelfTests
{
    private static readonly PageName Name = new("/", Language.English, IsChosen: false);
    private static readonly DirectorySnapshot Known = new([], []);

    private readonly FakeTimeProvider time = new();
    private readonly KeptPage page = new("page"u8.ToArray(), "text/html");
    private readonly PageShelf shelf;

    public PageShelfTests()
    {
        shelf = new(time);
        shelf.Keep(Name, Known, page);
    }

    [Fact]
    public void A_page_is_good_for_its_own_directory_alone()
    {
        Assert.Same(page, shelf.Find(Name, Known));
        Assert.Null(shelf.Find(Name, new([], [])));
        Assert.Null(shelf.Find(Name, null));
    }

    [Fact]
    public void A_page_is_good_for_its_own_name_alone()
    {
        Assert.Null(shelf.Find(Name with { Path = "/issue" }, Known));
        Assert.Null(shelf.Find(Name with { Language = Language.All.First(one => one != Language.English) }, Known));
        Assert.Null(shelf.Find(Name with { IsChosen = true }, Known));
    }

    [Fact]
    public void No_page_is_older_than_a_second()
    {
        time.Advance(TimeSpan.FromSeconds(1));

        Assert.Null(shelf.Find(Name, Known));
        Assert.Null(shelf.Find(Name, Known));
    }

    [Fact]
    public void An_ageing_page_is_made_anew_by_one_visitor_while_the_others_still_get_it()
    {
        time.Advance(TimeSpan.FromSeconds(0.6));

        Assert.Null(shelf.Find(Name, Known));
        Assert.Same(page, shelf.Find(Name, Known));
        Assert.Same(page, shelf.Find(Name, Known));
    }
}
