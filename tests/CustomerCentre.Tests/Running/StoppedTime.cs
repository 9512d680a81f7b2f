using CustomerCentre.Data.PartnerStatus;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace CustomerCentre.Tests.Running;

/// <summary>Gives the portal a clock that moves only when a test moves it.</summary>
internal static class StoppedTime
{
    public static IServiceCollection StopTime(this IServiceCollection services, FakeTimeProvider time) =>
        // Whoever asks waits for this writer, which gathers rows for two milliseconds: by a clock that stands still it would gather for ever.
        services.AddSingleton<TimeProvider>(time).AddSingleton(provider => ActivatorUtilities.CreateInstance<CheckLog>(provider, TimeProvider.System));
}
