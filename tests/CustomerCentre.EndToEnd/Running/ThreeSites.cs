namespace CustomerCentre.EndToEnd.Running;

/// <summary>The portal with the E-shop and mPOHODA beside it, each a process of its own.</summary>
public sealed class ThreeSites : OwnApp
{
    public ServiceSite Shop { get; } = new("eshop", "E-shop");

    public ServiceSite Mpohoda { get; } = new("mpohoda", "mPOHODA");

    protected override IReadOnlyDictionary<string, string> Settings => Shop.Settings.Concat(Mpohoda.Settings).ToDictionary();

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await Task.WhenAll(Shop.Start(App.Address), Mpohoda.Start(App.Address));
    }

    public override async ValueTask DisposeAsync()
    {
        await Shop.DisposeAsync();
        await Mpohoda.DisposeAsync();
        await base.DisposeAsync();
    }
}
