using System.Text;
using CsCheck;
using Microsoft.AspNetCore.Http;
using PortalProxy.Connector.Reading;
using PortalProxy.PublicSites;
using PortalProxy.Tests.Infrastructure;
using PortalProxy.Tests.Settings;

namespace PortalProxy.Tests.Connector.Reading;

/// <summary>Whatever a visitor sends, it is fields with their faults. <c>tests/fuzz</c> makes the runs longer.</summary>
[Trait("Kind", "Property")]
public sealed class ReaderPropertyTests
{
    private const int Requests = 3_000;

    private static readonly PublicSite Site = InMemory.Read().Sites.Default;
    private static readonly ConnectorFieldsReader Reader = new(new("short_key", ["note"]), Site.Texts);
    private static readonly ConnectorRules Rules = new();

    private static readonly Gen<string> Parameter = Gen.Select(
        Gen.OneOf([.. ParameterNames.WellKnown.Select(one => one.Name), "customer.name", "lang", "session.custom.note", "session.custom.external_key", "other", ""]),
        AnyText.Line,
        (name, value) => $"{Uri.EscapeDataString(name)}={Uri.EscapeDataString(value)}");

    private static readonly Gen<string> Garbled = Garble.Of(
        Parameter.Array[0, 8].Select(all => string.Join('&', all)),
        "%", "%%", "%0", "%00", "%zz", "%ff", "%c0%80", "%ed%a0%80", "%f4%90%80%80", "%F0%9F", "+", "&", "&&", "=", "==", ";", "#", "?", "%0d%0a", "%e2%80%a8", "id=1", "\u00E5", "\0", " ");

    private static readonly Gen<string?> Type = Gen.OneOf<string?>(
        ConnectorFieldsReader.FormType, ConnectorFieldsReader.FormType, ConnectorFieldsReader.FormType, "application/x-www-form-urlencoded; charset=utf-7", null, "", ";", "text/plain");

    [Fact]
    public Task No_request_whatsoever_is_a_surprise() => Gen.Select(Garbled, Garbled, Type, Gen.OneOf("GET", "POST", "HEAD")).SampleAsync(
        async sent =>
        {
            var (query, body, type, method) = sent;
            var request = new DefaultHttpContext().Request;
            request.Method = method;
            request.QueryString = new("?" + query);
            request.Body = new MemoryStream(Encoding.UTF8.GetBytes(body));
            request.ContentType = type;
            try
            {
                var fields = await Reader.ReadAsync(request, CancellationToken.None);
                Assert.All(fields.Present, parameter => Assert.NotEqual("", fields[parameter]));
                Assert.Equal(fields.Present.Count(), fields.Present.Distinct().Count());
                Assert.All(fields.Faults, fault => Assert.NotEqual("", fields.NameAsSent(fault)));
                _ = Rules.Check(fields);
            }
            catch (BadHttpRequestException refused)
            {
                Assert.Equal(415, refused.StatusCode);
                Assert.Equal("POST", method);
            }
        },
        Runs.Count,
        iter: Requests);

    [Fact]
    public void What_was_encoded_as_forms_are_is_what_is_read() => Gen.Select(AnyText.Line, AnyText.Lines).Array[0, 6].Sample(
        sent =>
        {
            using var form = new FormUrlEncodedContent(sent.Select(one => KeyValuePair.Create(one.Item1, one.Item2)));
            using var bytes = new MemoryStream();
            form.CopyTo(bytes, null, CancellationToken.None);
            Assert.Equal(sent.Select(one => (one.Item1, (string?)one.Item2)), UrlEncoded.Read(bytes.ToArray()).Select(one => (one.Name, one.Value)));
        },
        Runs.Count,
        iter: Requests);
}
