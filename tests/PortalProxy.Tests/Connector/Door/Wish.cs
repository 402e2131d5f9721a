using System.Text;
using CsCheck;

namespace PortalProxy.Tests.Connector.Door;

/// <summary>
/// What a customer wants, as parameters that may come under several names, and the one target that an appliance may be asked for
/// it. Written after the vendor's pages alone: it shares no code with the portal.
/// </summary>
internal sealed record Wish((string[] Names, string Value)[] Parameters, string Target)
{
    // The first name is that of 2008, the last one today's.
    private static readonly string[][] FieldNames =
    [
        ["customer_name", "customer.name"],
        ["customer_company", "customer.company"],
        ["customer_company_code", "customer.company_code"],
        ["customer_desc", "customer_details", "customer.details"],
        ["external_key", "session.custom.external_key"],
    ];

    private static readonly Gen<(string Name, string Value)[]> Issue = Gen.OneOf(
        Gen.Const(new[] { ("issue_menu", "1") }),
        AnyText.Number.Select(id => new[] { ("issue_menu", "1"), ("id", id) }));

    private static readonly Gen<(string Name, string Value)[]> Representative =
        Gen.Select(AnyText.Number, AnyText.Line, (id, name) => new[] { ("id", id), ("name", name) });

    private static readonly Gen<(string Name, string Value)[]> SessionKey =
        Letters("0123456789ABCDEFabcxyz", 7).Select(key => new[] { ("short_key", key) });

    private static readonly Gen<(string Name, string Value)[]> Invitation =
        Letters("0123456789abcdefABCDEF", 32).Select(key => new[] { ("ak", key) });

    private static readonly Gen<string?[]> Fields = Gen.Select(
        Perhaps(AnyText.Line), Perhaps(AnyText.Line), Perhaps(AnyText.Line), Perhaps(AnyText.ShortLines), Perhaps(AnyText.Line),
        (name, company, code, description, ticket) => new[] { name, company, code, description, ticket });

    /// <summary>In the words of the guide of 2008: fields go with an issue only, before its number.</summary>
    public static readonly Gen<Wish> Of2008 = Gen.Select(Gen.OneOf(Issue, Representative, SessionKey, Invitation), Fields, (way, fields) =>
    {
        var written = way[0].Name == "issue_menu" ? [way[0], .. Present(fields, names => names[0]), .. way[1..]] : way;
        return new Wish(Sent(way, fields), Written("/download_customer_connector.ns", way, written));
    });

    /// <summary>In today's words: fields go with every way, after it.</summary>
    public static readonly Gen<Wish> OfToday = Gen.Select(Gen.OneOf(Issue, Representative, SessionKey, Invitation), Fields, (way, fields) =>
        new Wish(Sent(way, fields), Written("/api/start_session", way, [.. way, .. Present(fields, names => names[^1])])));

    private static (string[] Names, string Value)[] Sent((string Name, string Value)[] way, string?[] fields) =>
    [
        .. way.Select(one => (new[] { one.Name }, one.Name == "short_key" ? $"{one.Value[..3]}-{one.Value[3..]}" : one.Value)),
        .. FieldNames.Zip(fields).Where(one => one.Second is not null).Select(one => (one.First, one.Second!)),
    ];

    private static IEnumerable<(string Name, string Value)> Present(string?[] fields, Func<string[], string> name) =>
        FieldNames.Zip(fields).Where(one => one.Second is not null).Select(one => (name(one.First), one.Second!));

    private static string Written(string path, (string Name, string Value)[] way, IEnumerable<(string Name, string Value)> parameters) =>
        (way[0].Name == "ak" ? "/" : path) + "?" + string.Join('&', parameters.Select(one => $"{one.Name}={Encoded(one.Value)}"));

    // RFC 3986, section 2: unreserved characters stand for themselves, every other byte of the UTF-8 is %XX.
    private static string Encoded(string text) => string.Concat(Encoding.UTF8.GetBytes(text).Select(one =>
        char.IsAsciiLetterOrDigit((char)one) || one is (byte)'-' or (byte)'.' or (byte)'_' or (byte)'~' ? $"{(char)one}" : $"%{one:X2}"));

    private static Gen<string?> Perhaps(Gen<string> text) => Gen.OneOf(Gen.Const((string?)null), text.Select(one => (string?)one));

    private static Gen<string> Letters(string letters, int count) =>
        Gen.Int[0, letters.Length - 1].Array[count].Select(places => string.Concat(places.Select(place => letters[place])));
}
