using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Exporters;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace PortalProxy.Benchmarks.Inner;

/// <summary>BenchmarkDotNet over the pieces that every request passes, with what they allocate.</summary>
internal static class InnerPieces
{
    /// <param name="results">Where the reports go.</param>
    /// <param name="isTest">Runs each once, to see that it works.</param>
    /// <returns>Whether all ran.</returns>
    public static bool Run(string results, bool isTest)
    {
        // In this process: a build of its own for each benchmark would take longer than all of them.
        var job = (isTest ? Job.Dry : Job.ShortRun).WithToolchain(InProcessEmitToolchain.Instance);
        var config = ManualConfig.CreateEmpty()
            .AddJob(job)
            .AddDiagnoser(MemoryDiagnoser.Default)
            .AddColumnProvider(DefaultColumnProviders.Instance)
            .AddExporter(MarkdownExporter.GitHub)
            .AddLogger(ConsoleLogger.Default)
            .WithArtifactsPath(results);
        var summaries = BenchmarkRunner.Run(typeof(InnerPieces).Assembly, config);
        return summaries.Length > 0 && summaries.All(summary => !summary.HasCriticalValidationErrors && summary.Reports.All(report => report.Success));
    }
}
