using System.Collections.Concurrent;
using PortalProxy.Appliance;

namespace PortalProxy.Pages.Caching;

/// <summary>The kept pages of one site.</summary>
internal sealed class PageShelf(TimeProvider time)
{
    /// <summary>Hours open and close, notices come and go, "today" becomes "tomorrow": nobody sees it later than this.</summary>
    private static readonly TimeSpan LongestAge = TimeSpan.FromSeconds(1);

    // From then on the first who comes makes the page anew, while all others still get the one that is there.
    private static readonly TimeSpan RenewalAge = LongestAge / 2;

    private readonly ConcurrentDictionary<PageName, Place> places = new();

    /// <returns>Null where the page is to be made.</returns>
    public KeptPage? Find(PageName name, DirectorySnapshot? known)
    {
        if (!places.TryGetValue(name, out var place) || !ReferenceEquals(place.Known, known))
        {
            return null;
        }

        var age = time.GetElapsedTime(place.At);
        return age < RenewalAge || age < LongestAge && !place.BeginsRenewal() ? place.Page : null;
    }

    public void Keep(PageName name, DirectorySnapshot? known, KeptPage page) => places[name] = new(page, known, time.GetTimestamp());

    private sealed class Place(KeptPage page, DirectorySnapshot? known, long at)
    {
        private int isRenewed;

        public KeptPage Page => page;

        /// <summary>The directory that the page was made of.</summary>
        public DirectorySnapshot? Known => known;

        public long At => at;

        /// <summary>True for one caller alone.</summary>
        public bool BeginsRenewal() => Interlocked.Exchange(ref isRenewed, 1) == 0;
    }
}
