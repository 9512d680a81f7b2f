using System.Net;
using System.Threading.RateLimiting;
using Microsoft.Extensions.Http.Resilience;
using Polly;

namespace CustomerCentre.Registers;

/// <summary>How every register is asked: in a total time, a few at once, repeating only what a repeat can mend.</summary>
internal static class RegisterPipeline
{
    private const int Waiting = 100;

    public static void Build(
        ResiliencePipelineBuilder<HttpResponseMessage> pipeline, ResilienceHandlerContext context, RegisterEndpoint endpoint)
    {
        var perMinute = new SlidingWindowRateLimiter(new()
        {
            PermitLimit = endpoint.PerMinute,
            Window = TimeSpan.FromMinutes(1),
            SegmentsPerWindow = 6,
            QueueLimit = 0,
        });
        context.OnPipelineDisposed(perMinute.Dispose);

        // A clock stopped by a test must not stop the time-outs with it.
        pipeline.TimeProvider = TimeProvider.System;

        // From the outside in: waiting for a place counts into the time, each repeat counts into the minute.
        pipeline
            .AddTimeout(endpoint.TimeOut)
            .AddConcurrencyLimiter(endpoint.AtOnce, Waiting)
            .AddRetry(new HttpRetryStrategyOptions
            {
                MaxRetryAttempts = 2,
                Delay = endpoint.RetryDelay,
                BackoffType = DelayBackoffType.Exponential,
                ShouldHandle = tried => ValueTask.FromResult(CanMend(tried.Outcome)),
            })
            .AddRateLimiter(perMinute);
    }

    private static bool CanMend(Outcome<HttpResponseMessage> outcome) =>
        outcome.Exception is HttpRequestException || outcome.Result?.StatusCode >= HttpStatusCode.InternalServerError;
}
