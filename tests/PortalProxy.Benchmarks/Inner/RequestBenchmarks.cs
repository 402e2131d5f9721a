using BenchmarkDotNet.Attributes;
using FluentValidation.Results;
using Microsoft.AspNetCore.Http;
using PortalProxy.Appliance;
using PortalProxy.Connector;
using PortalProxy.Connector.Dialects;
using PortalProxy.Connector.Reading;

namespace PortalProxy.Benchmarks.Inner;

/// <summary>What every connector request goes through: it is read, checked and written.</summary>
public class RequestBenchmarks
{
    private readonly ConnectorParts parts = new();
    private readonly ConnectorParts current = new(SessionApi.StartSession);
    private readonly HttpRequest request = ConnectorParts.Asking(ConnectorParts.GuideExample);
    private readonly ConnectorFields right;
    private readonly ConnectorFields wrong;
    private readonly ConnectorRequest decided;

    public RequestBenchmarks()
    {
        right = parts.Read(ConnectorParts.GuideExample);
        wrong = parts.Read("issue_menu=1&id=none&customer_name=" + new string('x', 200));
        decided = new ConnectorRequest.ByIssue(new IssueId(1), null, CustomerDetails.From(right));
    }

    [Benchmark]
    public ConnectorFields Read() => parts.Reader.ReadQueryOnly(request);

    [Benchmark]
    public ValidationResult CheckRight() => parts.Validator.Validate(right);

    [Benchmark]
    public ValidationResult CheckWrong() => parts.Validator.Validate(wrong);

    [Benchmark]
    public ConnectorDialect.Written WriteAsIn2008() => parts.Dialect.Write(decided);

    [Benchmark]
    public ConnectorDialect.Written WriteAsToday() => current.Dialect.Write(decided);
}
