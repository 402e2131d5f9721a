using BenchmarkDotNet.Attributes;
using PortalProxy.Connector;
using PortalProxy.Connector.Forwarding;

namespace PortalProxy.Benchmarks.Inner;

/// <summary>The look at the appliance's answer.</summary>
public class AnswerBenchmarks
{
    private readonly HttpResponseMessage[] answers =
    [
        Answer("application/octet-stream", "attachment; filename=bomgar-scc-w0edc30iyzdz1xfzd7wgxj5gg7dzxfh6wyzjd1c40jc90.exe"),
        Answer("text/html; charset=utf-8", disposition: null),
    ];

    [Benchmark]
    public ConnectorOutcome JudgeClient() => ApplianceAnswer.Judge(answers[0]);

    [Benchmark]
    public ConnectorOutcome JudgePage() => ApplianceAnswer.Judge(answers[1]);

    private static HttpResponseMessage Answer(string type, string? disposition)
    {
        var answer = new HttpResponseMessage { Content = new ByteArrayContent([]) };
        answer.Content.Headers.TryAddWithoutValidation("Content-Type", type);
        if (disposition is not null)
        {
            answer.Content.Headers.TryAddWithoutValidation("Content-Disposition", disposition);
        }

        return answer;
    }
}
