using Microsoft.Extensions.Http.Resilience;
using Polly;

namespace PortalProxy.Appliance;

/// <summary>
/// Calls of the command API only read, so one that failed quickly is repeated; an appliance that goes on failing is left alone
/// for a while. <c>Appliance:CommandTimeout</c> bounds the whole call: attempts, pauses and the body of the answer.
/// </summary>
internal static class CommandResilience
{
    private const int Repeats = 2;
    private const int FewestCallsToJudge = 5;
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(200);

    // Two of them leave a page, which waits for two seconds, the chance to see the repeat's answer.
    private static readonly TimeSpan LongestPause = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan LookBack = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan LeftAlone = TimeSpan.FromSeconds(15);

    public static void Configure(ResiliencePipelineBuilder<HttpResponseMessage> pipeline, TimeProvider time)
    {
        pipeline.TimeProvider = time;
        pipeline
            .AddRetry(new HttpRetryStrategyOptions
            {
                MaxRetryAttempts = Repeats,
                Delay = FirstPause,
                MaxDelay = LongestPause,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                ShouldRetryAfterHeader = false,
                ShouldHandle = attempt => ValueTask.FromResult(HasFailed(attempt.Outcome)),
            })
            .AddCircuitBreaker(new HttpCircuitBreakerStrategyOptions
            {
                MinimumThroughput = FewestCallsToJudge,
                FailureRatio = 0.5,
                SamplingDuration = LookBack,
                BreakDuration = LeftAlone,

                // A call that the time-out ended counts against the appliance, though there is no time left to repeat it.
                ShouldHandle = attempt => ValueTask.FromResult(
                    HasFailed(attempt.Outcome) || attempt.Outcome.Exception is OperationCanceledException),
            });
    }

    private static bool HasFailed(Outcome<HttpResponseMessage> outcome) =>
        outcome.Exception is HttpRequestException || outcome.Result is { StatusCode: >= System.Net.HttpStatusCode.InternalServerError };
}
