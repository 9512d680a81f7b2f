namespace CustomerCentre.EndToEnd.Running.Tests;

public sealed class RunningAppTests
{
    [Fact]
    public async Task It_answers_again_on_the_same_address_after_a_kill()
    {
        await using var app = await RunningApp.StartAsync();
        using var http = new HttpClient { BaseAddress = app.Address };
        await Answer(http);
        var address = app.Address;

        await app.KillAsync();
        await Should.ThrowAsync<HttpRequestException>(() => Answer(http));

        await app.RestartAsync();
        app.Address.ShouldBe(address);
        await Answer(http);
    }

    [Fact]
    public async Task Its_folder_goes_away_with_it()
    {
        var app = await RunningApp.StartAsync();
        var folder = Path.GetDirectoryName(app.DatabaseFile)!;
        Directory.Exists(folder).ShouldBeTrue();
        await app.DisposeAsync();
        Directory.Exists(folder).ShouldBeFalse();
    }

    [Fact]
    public async Task A_start_that_fails_tells_what_the_app_wrote()
    {
        var settings = new Dictionary<string, string> { ["ASPNETCORE_URLS"] = "nonsense://127.0.0.1:0" };
        var failure = await Should.ThrowAsync<InvalidOperationException>(() => RunningApp.StartAsync(settings));
        failure.Message.ShouldContain("nonsense");
    }

    private static Task<HttpResponseMessage> Answer(HttpClient http) => http.GetAsync(new Uri("/", UriKind.Relative));
}
