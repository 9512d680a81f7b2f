using Microsoft.Extensions.Caching.Hybrid;
using Microsoft.Extensions.Options;

namespace CustomerCentre.Registers;

/// <summary>
/// Puts a question to whoever answers by the settings: remembers the answers, turns every trouble into "unknown" and lets the
/// sample step in where that is allowed. Used by <see cref="CompanyRegister"/> alone.
/// </summary>
public sealed class RegisterDesk(
    HybridCache cache, IOptions<RegistersOptions> options, IHostEnvironment environment, ILogger<RegisterDesk> logger)
{
    internal async Task<TAnswer> AskAsync<TAnswer>(RegisterQuestion<TAnswer> question, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return options.Value.Mode switch
        {
            RegistersMode.Live => await AskRegisterAsync(question, cancellationToken),
            RegistersMode.Sample => question.AskSample(),
            _ => question.Unknown(""),
        };
    }

    private async Task<TAnswer> AskRegisterAsync<TAnswer>(RegisterQuestion<TAnswer> question, CancellationToken cancellationToken)
    {
        // In this process alone: the keys may be birth numbers and do not belong into a shared store.
        var memory = new HybridCacheEntryOptions
        {
            Expiration = options.Value.RememberFor,
            LocalCacheExpiration = options.Value.RememberFor,
            Flags = HybridCacheEntryFlags.DisableDistributedCache,
        };
        try
        {
            return await cache.GetOrCreateAsync(
                $"registers:{question.Source}:{question.About}",
                async token => await question.Ask(token),
                memory,
                cancellationToken: cancellationToken);
        }
        catch (Exception e)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var outage = e as RegisterOutageException;
            // Only our own reasons are written: a foreign message could quote the question or the answer.
            logger.LogWarning("{Source} did not answer: {Reason}", question.Source, outage?.Message ?? e.GetType().Name);
            return environment.IsDevelopment() && outage is { IsTransport: true } && question.AskSample() is var known && question.IsKnown(known)
                ? known
                : question.Unknown(question.Source);
        }
    }
}

/// <summary>One question and everybody who can answer it.</summary>
/// <param name="Source">The register to ask.</param>
/// <param name="About">What the answer is remembered under.</param>
/// <param name="Ask">Asks the register; throws when it gives no usable answer.</param>
/// <param name="AskSample">Asks the bundled sample.</param>
/// <param name="Unknown">The answer when nobody can, from the given source.</param>
/// <param name="IsKnown">Whether the sample found something. It does not know the world, so its "no" cannot stand in for a register's.</param>
internal sealed record RegisterQuestion<TAnswer>(
    string Source,
    string About,
    Func<CancellationToken, Task<TAnswer>> Ask,
    Func<TAnswer> AskSample,
    Func<string, TAnswer> Unknown,
    Func<TAnswer, bool> IsKnown);
