using System.Globalization;
using System.Text;
using CsCheck;
using PortalProxy.Connector;
using PortalProxy.Tests.Infrastructure;

namespace PortalProxy.Tests.Connector;

/// <summary>Any request that the rules allow, typed by a customer, means the same to the appliance, in every script there is.</summary>
public sealed class RoundTripTests
{
    private const int Requests = 300;

    // Every plane, and more often what is likely to go wrong: signs of URLs, Latin, Hebrew, Arabic, combining marks, joiners, emoji.
    private static readonly Gen<string> Letter = Gen.OneOf(
        Gen.Int[0x20, 0x7E], Gen.Int[0xA0, 0xFF], Gen.Int[0x300, 0x36F], Gen.Int[0x590, 0x6FF], Gen.Int[0x2000, 0x20FF],
        Gen.Int[0x1F300, 0x1FAFF], Gen.Int[0xE000, 0xFFFF], Gen.Int[0xA0, 0xD7FF], Gen.Int[0x10000, 0x10FFFF])
        .Where(point => point is not (0x2028 or 0x2029))
        .Select(char.ConvertFromUtf32);

    private static readonly Gen<string> Line = Letter.Array[1, 100].Select(string.Concat)
        .Select(text => text.Trim())
        .Where(text => text.Length > 0);

    private static readonly Gen<string> Lines = Line.Array[1, 5].Select(lines => string.Join("\r\n", lines));

    private static readonly Gen<string> Number = Gen.Int[1, int.MaxValue].Select(id => id.ToString(CultureInfo.InvariantCulture));

    private static readonly Gen<(string Name, string Value)[]> Issue = Gen.Select(
        Line, Line, Line, Lines, Line, Number,
        (name, company, code, description, ticket, id) => new (string, string)[]
        {
            ("issue_menu", "1"), ("customer_name", name), ("customer_company", company), ("customer_company_code", code),
            ("customer_desc", description), ("external_key", ticket), ("id", id),
        });

    private static readonly Gen<(string Name, string Value)[]> Representative = Gen.Select(
        Number, Line, (id, name) => new (string, string)[] { ("id", id), ("name", name) });

    [Fact]
    public async Task What_a_customer_typed_is_what_the_appliance_reads()
    {
        await using var appliance = await Simulated.StartAsync(clientBytes: 1);
        await using var portal = Portal.Start(("Appliance:BaseUrl", appliance.Url.AbsoluteUri));

        await Gen.OneOf(Issue, Representative).SampleAsync(
            async fields =>
            {
                appliance.Requests.Clear();
                using var answer = await portal.PostAsync(PortalRequests.Door, PortalRequests.Query(fields));
                var recorded = Assert.Single(appliance.Requests.All);

                Assert.True(recorded.Readable);
                Assert.Equal(fields, recorded.Parameters.Select(parameter => (parameter.Name, parameter.Value)));
                Assert.DoesNotMatch("[^!-~]", recorded.RawTarget);
            },
            iter: Requests,
            threads: 1);
    }

    [Fact]
    public void No_text_whatsoever_makes_the_rules_throw()
    {
        var rules = new Rules();
        Gen.Char.Array[0, 60].Select(letters => new string(letters)).Sample(text =>
        {
            var fields = ParameterNames.WellKnown.Select(parameter => new SentField(parameter, parameter.Name, text));
            return !rules.Check(new ConnectorFields([.. fields], [])).IsValid;
        });
    }

    [Fact]
    public void No_bytes_whatsoever_make_the_reader_throw_and_what_it_reads_can_be_written_again() =>
        Gen.OneOf(Gen.Byte, OneOf("%&=+"), OneOf("0123456789abcdefABCDEF")).Array[0, 60].Sample(bytes =>
        {
            var read = UrlEncoded.Read(bytes);
            var written = string.Join('&', read.Select(one =>
                $"{Uri.EscapeDataString(one.Name)}={(one.Value is null ? "%" : Uri.EscapeDataString(one.Value))}"));
            return UrlEncoded.Read(Encoding.ASCII.GetBytes(written)).SequenceEqual(read);
        });

    private static Gen<byte> OneOf(string letters) => Gen.Int[0, letters.Length - 1].Select(place => (byte)letters[place]);
}
