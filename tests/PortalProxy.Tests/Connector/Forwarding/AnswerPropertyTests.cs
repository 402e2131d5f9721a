using System.Net;
using CsCheck;
using PortalProxy.Connector;
using PortalProxy.Connector.Forwarding;
using PortalProxy.Tests.Infrastructure;

namespace PortalProxy.Tests.Connector.Forwarding;

/// <summary>The look at the answer, whatever headers it has. <c>tests/fuzz</c> makes the runs longer.</summary>
[Trait("Kind", "Property")]
public sealed class AnswerPropertyTests
{
    private const int Answers = 3_000;

    private static readonly Gen<string> Disposition = Garble.Of(
        Gen.OneOf(
            "attachment; filename=bomgar-scc-w0abc.exe", "attachment; filename=\"bomgar scc.exe\"", "ATTACHMENT;FILENAME = a=b;c.exe", "inline; filename*=UTF-8''%C3%85sa.exe",
            "filename=a.exe", "attachment", "attachment; filename=", "attachment; filename=\"\"", "attachment; name=filename", "form-data; xfilename=a.exe", ""),
        ";", "=", "\"", "'", "\\", " ", "\t", "*", "filename", "filename=", "\u00C5", "\u0001", "\u007F", ",", "%", ";;;;;;;;", "; filename = ", "          ");

    private static readonly Gen<string> Type = Garble.Of(
        Gen.OneOf("application/octet-stream", "text/html", "text/html; charset=utf-8", "TEXT/HTML", "application/xhtml+xml", "application/x-apple-diskimage", "text/plain", ""),
        ";", "/", "text/html", ",", " ", "\u00C5", "charset=", "\"");

    private static readonly Gen<(string Name, string Value)[]> Others = Gen.Select(
        Gen.OneOf("Content-Length", "Content-Encoding", "Last-Modified", "ETag", "Location", "Transfer-Encoding", "Set-Cookie", "Refresh", "Content-Range", "Content-MD5", "Expires"),
        Gen.OneOf("", "0", "-1", "9999999999999999999999", "gzip", "chunked", "http://[", "//", "yesterday", "\u00C5", "\"", "a=b; c", "W/x")).Array[0, 5];

    private static readonly Gen<int> Status = Gen.OneOf(200, 200, 200, 200, 201, 204, 206, 300, 302, 304, 401, 404, 500, 599);

    [Fact]
    public void What_is_passed_on_has_status_200_a_file_name_and_is_no_page() => Gen.Select(Status, Disposition.Array[0, 2], Type.Array[0, 2], Others).Sample(
        said =>
        {
            var (status, dispositions, types, others) = said;
            using var answer = new HttpResponseMessage((HttpStatusCode)status) { Content = new ByteArrayContent([]) };
            var all = dispositions.Select(one => (Name: "Content-Disposition", Value: one)).Concat(types.Select(one => (Name: "Content-Type", Value: one))).Concat(others);
            foreach (var (name, value) in all)
                _ = answer.Headers.TryAddWithoutValidation(name, value) || answer.Content.Headers.TryAddWithoutValidation(name, value);

            var judgement = ApplianceAnswer.Judge(answer);

            var isPage = types.Length > 0 && types[0].TrimStart().StartsWith("text/html", StringComparison.OrdinalIgnoreCase);
            var namesFile = dispositions.Any(one => one.Contains("filename", StringComparison.OrdinalIgnoreCase) && one.Contains('=', StringComparison.Ordinal));
            Assert.True(judgement != ConnectorOutcome.HandedOver || status == 200 && namesFile && !isPage);
            Assert.True(judgement != ConnectorOutcome.Refused || status == 200);
            Assert.True(status == 200 || judgement == ConnectorOutcome.ApplianceFailed);
            Assert.True(judgement is ConnectorOutcome.HandedOver or ConnectorOutcome.Refused or ConnectorOutcome.ApplianceFailed);
        },
        Runs.Count,
        iter: Answers);

    [Theory]
    [InlineData(";")]
    [InlineData("; filename")]
    [InlineData(" ")]
    [InlineData("\"")]
    [InlineData("filename=\"")]
    public void A_header_of_64_kilobytes_is_read_at_once(string piece)
    {
        using var answer = new HttpResponseMessage { Content = new ByteArrayContent([]) };
        answer.Content.Headers.TryAddWithoutValidation("Content-Disposition", string.Concat(Enumerable.Repeat(piece, 64 * 1024 / piece.Length)));
        var watch = System.Diagnostics.Stopwatch.StartNew();

        _ = ApplianceAnswer.Judge(answer);

        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(2), $"It took {watch.Elapsed}.");
    }
}
