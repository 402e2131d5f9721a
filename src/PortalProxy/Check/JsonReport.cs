using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace PortalProxy.Check;

/// <summary>Writes a report as one JSON object for machines.</summary>
internal static class JsonReport
{
    private static readonly JsonSerializerOptions Readable = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public static Task WriteAsync(Report report, TextWriter output) => output.WriteLineAsync(JsonSerializer.Serialize(
        new
        {
            verdict = report.HasFailed ? Verdict.Failed : report.Count(Verdict.Warning) > 0 ? Verdict.Warning : Verdict.Ok,
            sections = report.Sections.Select(section => new
            {
                section.Title,
                findings = section.Findings.Select(finding => new
                {
                    finding.Step,
                    finding.Verdict,
                    finding.Detail,
                    finding.Remedy,
                    finding.Facts,
                }),
            }),
            report.Proposals,
        },
        Readable));
}
