using CsCheck;
using PortalProxy.Tests.Infrastructure;

namespace PortalProxy.Tests.Connector.Dialects;

/// <summary>In the current dialect too, any request that the rules allow means the same to the appliance.</summary>
[Trait("Kind", "Property")]
public sealed class CurrentRoundTripTests(CurrentPortal current) : IClassFixture<CurrentPortal>
{
    private const int Requests = 150;

    private static readonly Gen<(string Name, string Value)[]> Way = Gen.OneOf(
        Gen.Const(new (string, string)[] { ("issue_menu", "1") }),
        AnyText.Number.Select(id => new[] { ("issue_menu", "1"), ("id", id) }),
        AnyText.Line.Select(code => new[] { ("issue_menu", "1"), ("codeName", code) }),
        Gen.Select(AnyText.Number, AnyText.Line, (id, name) => new[] { ("id", id), ("name", name) }));

    private static readonly Gen<(string Name, string Value)[]> Fields = Gen.Select(
        AnyText.Line, AnyText.Line, AnyText.Line, AnyText.ShortLines, AnyText.Line, AnyText.Line,
        (name, company, code, details, ticket, note) => new[]
        {
            ("customer.name", name), ("customer.company", company), ("customer.company_code", code), ("customer.details", details),
            ("session.custom.external_key", ticket), ("session.custom.note", note),
        });

    [Fact]
    public async Task What_a_customer_typed_is_what_the_appliance_reads() =>
        await Gen.Select(Way, Fields, (way, fields) => way.Concat(fields).ToArray()).SampleAsync(
            async sent =>
            {
                current.Appliance.Requests.Clear();
                using var answer = await current.Portal.PostAsync("/api/start_session", PortalRequests.Query(sent));
                var recorded = Assert.Single(current.Appliance.Requests.All);

                Assert.True(recorded.Readable);
                Assert.Equal(sent, recorded.Parameters.Select(parameter => (parameter.Name, parameter.Value)));
                Assert.DoesNotMatch("[^!-~]", recorded.RawTarget);
            },
            Runs.Count,
            iter: Requests,
            threads: 1);
}
