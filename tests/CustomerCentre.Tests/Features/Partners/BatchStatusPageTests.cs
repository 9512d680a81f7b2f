using System.Globalization;
using System.Text;
using Bunit;
using CustomerCentre.Domain.Partners;
using CustomerCentre.Features.Partners;
using CustomerCentre.Requests;
using CustomerCentre.Resources;
using CustomerCentre.Shell;
using CustomerCentre.Tests.Data.PartnerStatus;
using CustomerCentre.Tests.Running;
using FluentValidation;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor.Services;

namespace CustomerCentre.Tests.Features.Partners;

public sealed class BatchStatusPageTests
{
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task Five_thousand_pairs_are_checked_with_progress_and_listed_by_pages()
    {
        await using var seller = (await Seller.Begin()).Seller;
        var customer = await seller.World.Holder();
        using var browser = new BunitContext();
        var page = Open(browser, seller);
        Choose(page, "ID;IČO\n" + string.Concat(Enumerable.Repeat("1234;25313142\n", 5_000)));
        page.WaitForElement(".found", Long).TextContent.ShouldContain("5000");
        Start(page);

        page.WaitForElement(".callout-success", TimeSpan.FromMinutes(2)).TextContent.ShouldContain("5000");
        page.FindAll("tbody tr").Count.ShouldBe(25);
        page.Find("tbody").TextContent.ShouldContain("POHODA: má nárok na podporu do 31. 12. 2026");
        page.FindAll(".pager button")[1].Click();
        page.Find(".pager .number").TextContent.ShouldContain("2");
        var checks = await seller.World.Checks();
        checks.Count.ShouldBe(25);
        checks.ShouldAllBe(check => check.CustomerId == customer.Id && check.Channel == CheckChannel.Batch && check.AccountId == seller.Me);
    }

    [Theory]
    [InlineData("1234;25313142\nabc;1\n", "Řádek 2")]
    [InlineData("PK\u0003\u0004", "sešit Excelu")]
    public async Task Nothing_is_asked_of_a_file_that_has_to_be_repaired(string content, string said)
    {
        await using var seller = (await Seller.Begin()).Seller;
        await seller.World.Holder();
        using var browser = new BunitContext();
        var page = Open(browser, seller);
        Choose(page, content);
        page.WaitForElement("#batch-file-state .field-error", Long);
        page.Find("#batch-file-state").TextContent.ShouldContain(said);
        Start(page);

        page.WaitForElement(".summary", Long).TextContent.ShouldContain(PartnersTexts.FileToRepair);
        (await seller.World.Checks()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_file_and_a_purpose_must_be_chosen()
    {
        await using var seller = (await Seller.Begin()).Seller;
        using var browser = new BunitContext();
        var page = Open(browser, seller);
        page.Find("form").Submit();
        page.WaitForElement(".summary", Long).TextContent.ShouldContain(ApiTexts.PurposeRequired);
        Start(page);
        page.WaitForAssertion(() => page.Find(".summary").TextContent.ShouldContain(PartnersTexts.FileRequired), Long);
    }

    [Fact]
    public async Task Too_many_wrong_pairs_end_the_run_which_says_how_far_it_got()
    {
        await using var seller = (await Seller.Begin()).Seller;
        await seller.World.Holder();
        using var browser = new BunitContext();
        var page = Open(browser, seller);
        Choose(page, string.Concat(Enumerable.Range(0, 2_000).Select(i => $"{900000 + i};25313142\n")));
        page.WaitForElement(".found", Long);
        Start(page);

        var told = page.WaitForElement(".callout-warning", TimeSpan.FromMinutes(2)).TextContent;
        told.ShouldContain("Ověřeno 400 z 2000");
        told.ShouldContain(ApiTexts.TooManyWrongPairs);
        page.Find("tbody").TextContent.ShouldNotContain("ano");
    }

    [Fact]
    public async Task A_run_that_is_stopped_keeps_what_is_done()
    {
        await using var seller = (await Seller.Begin()).Seller;
        await seller.World.Holder();
        using var stop = new CancellationTokenSource();
        using var browser = new BunitContext();
        Open(browser, seller);
        var pairs = Enumerable.Range(1, 1_000).Select(line => new BatchPair(line, new("1234", "25313142"))).ToList();
        var run = new BatchRun(browser.Services.GetRequiredService<Sender>(), seller.World.Time, pairs, CheckPurpose.Order);

        await run.Run(stop.CancelAsync, stop.Token);

        (run.Rows.Count, run.Total, run.IsOver, run.Problem).ShouldBe((BatchRun.PartSize, 1_000, true, null));
        (await seller.World.Checks()).Count.ShouldBe(1);
    }

    [Fact]
    public async Task The_result_runs_nothing_in_a_spreadsheet_and_holds_the_least_that_helps()
    {
        await using var seller = (await Seller.Begin()).Seller;
        await seller.World.Holder();
        using var browser = new BunitContext();
        Open(browser, seller);
        BatchPair[] pairs = [new(1, new("1234", "25313142")), new(2, new("1234", "=1+1"))];
        var run = new BatchRun(browser.Services.GetRequiredService<Sender>(), seller.World.Time, pairs, CheckPurpose.Order);
        await run.Run(() => Task.CompletedTask, CancellationToken.None);

        var lines = (await new StreamReader(BatchResult.Write(run.Rows)).ReadToEndAsync(Xunit.TestContext.Current.CancellationToken)).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

        lines[1].ShouldBe("1;1234;25313142;ano;POHODA;ano;31. 12. 2026;10. 11. 2026 12:00");
        lines[2].ShouldBe("2;1234;\"'=1+1\";ne;;;;10. 11. 2026 12:00");
    }

    private static IRenderedComponent<BatchStatusPage> Open(BunitContext browser, Seller seller)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = new("cs");
        browser.JSInterop.Mode = JSRuntimeMode.Loose;
        browser.Services.AddMudServices();
        browser.Services.AddSingleton<TimeProvider>(seller.World.Time).AddValidatorsFromAssembly(typeof(Program).Assembly, ServiceLifetime.Singleton);
        browser.Services.Configure<OperatorOptions>(options => options.Brand = "Operator");
        var user = new CurrentUser();
        user.SignIn(seller.Me, Guid.Empty, [Policies.PartnerMember]);
        browser.Services.AddSingleton(new Sender(seller.World.Services.GetRequiredService<IServiceScopeFactory>(), user, new Nobody()));
        return browser.Render<BatchStatusPage>();
    }

    private static void Choose(IRenderedComponent<BatchStatusPage> page, string content) =>
        page.FindComponent<InputFile>().UploadFiles(InputFileContent.CreateFromBinary(Encoding.UTF8.GetBytes(content), "zakaznici.csv"));

    private static void Start(IRenderedComponent<BatchStatusPage> page)
    {
        page.Find("input[type=radio]").Change("Support");
        page.Find("form").Submit();
    }

    private sealed class Nobody : AuthenticationStateProvider
    {
        public override Task<AuthenticationState> GetAuthenticationStateAsync() => throw new InvalidOperationException();
    }
}
