namespace PortalProxy.Pages.Live;

/// <summary>Who is there at this moment, for scripts: the portal's own and those of host pages.</summary>
/// <param name="Open">Whether help can be had now: within the opening hours, and somebody is there or nobody can tell.</param>
/// <param name="Closed">Whether it is outside the opening hours.</param>
/// <param name="OpensAt">When they begin again; null within them.</param>
/// <param name="Representatives">How many representatives a customer could choose; null where nobody can tell.</param>
/// <param name="People">They by id and name; null where the portal shows no list of them.</param>
/// <param name="Issues">The issues to choose from; null where the portal takes none.</param>
public sealed record Availability(
    bool Open, bool Closed, DateTimeOffset? OpensAt, int? Representatives, IReadOnlyList<Availability.Person>? People, IReadOnlyList<Availability.Topic>? Issues)
{
    public sealed record Person(int Id, string Name);

    /// <param name="Id">What is sent as <c>id</c>.</param>
    /// <param name="Title">What a customer reads.</param>
    /// <param name="SomebodyThere">Null where nobody can tell.</param>
    public sealed record Topic(int Id, string Title, bool? SomebodyThere);

    public static Availability Of(Offer offer) => new(
        offer.Closed is null && offer.Listed is not { Count: 0 },
        offer.Closed is not null,
        offer.Closed?.OpensAt,
        offer.Listed?.Count,
        offer.Representatives ? offer.Listed?.Select(one => new Person(one.Id.Value, one.Name)).ToList() : null,
        offer.Issue ? [.. offer.Issues.Entries.Select(one => new Topic(one.Id, one.Title, one.SomebodyThere))] : null);
}
