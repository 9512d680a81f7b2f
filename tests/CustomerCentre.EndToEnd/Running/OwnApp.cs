namespace CustomerCentre.EndToEnd.Running;

/// <summary>An app of a test class's own, started once for all its journeys, to be set up or killed as the class likes.</summary>
public class OwnApp : IAsyncLifetime
{
    public RunningApp App { get; private set; } = null!;

    /// <summary>Settings of the app, over the defaults.</summary>
    protected virtual IReadOnlyDictionary<string, string>? Settings => null;

    public virtual async ValueTask InitializeAsync() => App = await RunningApp.StartAsync(Settings);

    public virtual async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (App is not null)
            await App.DisposeAsync();
    }
}
