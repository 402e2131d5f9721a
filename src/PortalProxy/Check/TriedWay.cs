using System.Diagnostics.CodeAnalysis;
using PortalProxy.Appliance;

namespace PortalProxy.Check;

/// <summary>How <c>--try</c> asks for a client.</summary>
internal abstract record TriedWay
{
    private TriedWay()
    {
    }

    public static bool TryParse(string text, [NotNullWhen(true)] out TriedWay? way)
    {
        way = text.Split(':', 3) switch
        {
            ["issue"] => new Issue(),
            ["representative", var id] when RepresentativeId.TryParse(id, out var number) => new Representative(number, null),
            ["representative", var id, { Length: > 0 } name] when RepresentativeId.TryParse(id, out var number) => new Representative(number, name),
            ["key", var typed] when SessionKey.TryParse(typed, SessionKey.WithoutSeparators(typed).Length, out var key)
                && key.Reveal().Length is > 0 and <= SessionKey.LongestLength => new Key(key),
            _ => null,
        };
        return way is not null;
    }

    /// <summary>The general queue.</summary>
    public sealed record Issue : TriedWay;

    /// <param name="Id">Who.</param>
    /// <param name="Name">Null: the command API is to say it.</param>
    public sealed record Representative(RepresentativeId Id, string? Name) : TriedWay;

    /// <param name="Typed">A secret; it masks itself.</param>
    public sealed record Key(SessionKey Typed) : TriedWay;
}
