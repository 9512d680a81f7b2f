namespace CustomerCentre.EndToEnd.Running.Tests;

public sealed class JourneyTests(Portal portal) : Journey(portal)
{
    [Fact]
    public async Task A_visitor_reaches_the_app_in_the_browser()
    {
        Faults.Expect("404 GET /");
        var response = await Page.RunAndWaitForResponseAsync(
            () => Page.EvaluateAsync("address => fetch(address, { mode: 'no-cors' })", App.Address.AbsoluteUri), _ => true);
        response.Status.ShouldBeLessThan(500);
        new Uri(response.Url).Authority.ShouldBe($"localhost:{App.Address.Port}");
    }

    [Fact]
    public async Task What_axe_finds_is_told_with_rule_and_element()
    {
        await Page.SetContentAsync("<html lang=cs><title>T</title><main><h1>T</h1><img id=nameless src='data:,'></main>");
        var failure = await Should.ThrowAsync<Xunit.Sdk.FailException>(CheckAccess);
        failure.Message.ShouldContain("image-alt");
        failure.Message.ShouldContain("nameless");
    }

    [Fact]
    public async Task A_page_without_faults_passes_axe()
    {
        await Page.SetContentAsync("<html lang=cs><title>T</title><main><h1>T</h1></main>");
        await CheckAccess();
    }

    [Fact]
    public async Task Errors_of_scripts_are_faults()
    {
        await Page.SetContentAsync("<script>console.error('logged'); throw new Error('thrown')</script>");
        await Wait(() => Faults.Unexpected.Count == 2);
        Faults.Expect("console: logged", "thrown");
        Faults.Unexpected.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_request_to_another_host_is_a_fault_and_leaves_no_further()
    {
        await Page.SetContentAsync("<link rel=stylesheet href='http://elsewhere.example/a.css'>");
        await Wait(() => Faults.Unexpected.Count >= 2);
        Faults.Unexpected.ShouldContain("request to another host: http://elsewhere.example/a.css");
        Faults.Unexpected.ShouldContain(fault => fault.Contains("ERR_NAME_NOT_RESOLVED", StringComparison.Ordinal));
        Faults.Expect("elsewhere.example", "ERR_NAME_NOT_RESOLVED");
    }

    [Fact]
    public async Task A_screenshot_is_saved_wide_and_narrow_light_and_dark()
    {
        var folder = Repository.Artifacts("screenshots");
        List<string> files = [.. from width in (int[])[1280, 390] from scheme in (string[])["light", "dark"] select Path.Combine(folder, $"harness-{width}-{scheme}.png")];
        files.ForEach(File.Delete);
        await Page.SetContentAsync("<h1>Harness</h1>");
        await Screenshots.Take(Page, "harness");
        files.ShouldAllBe(file => File.Exists(file));
        Page.ViewportSize!.Width.ShouldBe(1280);
    }

    [Fact]
    public async Task An_interactive_page_is_waited_for()
    {
        await Page.SetContentAsync("<script>setTimeout(() => document.documentElement.dataset.interactive = 'true', 200)</script>");
        await Page.WaitForInteractive();
        (await Page.EvaluateAsync<string>("document.documentElement.dataset.interactive")).ShouldBe("true");
    }

    private static async Task Wait(Func<bool> condition)
    {
        for (var i = 0; i < 50 && !condition(); i++)
        {
            await Task.Delay(100);
        }

        condition().ShouldBeTrue();
    }
}
