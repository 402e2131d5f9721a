using PortalProxy.Connector.Reading;
using System.Text;
using CsCheck;
using PortalProxy.Tests.Infrastructure;

namespace PortalProxy.Tests.Connector.Dialects;

/// <summary>Any request that the rules allow, typed by a customer, means the same to the appliance, in every script there is.</summary>
[Trait("Kind", "Property")]
public sealed class RoundTripTests
{
    private const int Requests = 300;

    private static readonly Gen<(string Name, string Value)[]> Issue = Gen.Select(
        AnyText.Line, AnyText.Line, AnyText.Line, AnyText.Lines, AnyText.Line, AnyText.Number,
        (name, company, code, description, ticket, id) => new (string, string)[]
        {
            ("issue_menu", "1"), ("customer_name", name), ("customer_company", company), ("customer_company_code", code),
            ("customer_desc", description), ("external_key", ticket), ("id", id),
        });

    private static readonly Gen<(string Name, string Value)[]> Representative = Gen.Select(
        AnyText.Number, AnyText.Line, (id, name) => new (string, string)[] { ("id", id), ("name", name) });

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
            Runs.Count,
            iter: Requests,
            threads: 1);
    }

    [Fact]
    public void No_text_whatsoever_makes_the_rules_throw()
    {
        var rules = new ConnectorRules();
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
