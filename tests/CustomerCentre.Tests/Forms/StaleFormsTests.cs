using System.Net;
using CustomerCentre.Forms;
using CustomerCentre.Shell;
using FluentValidation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerCentre.Tests.Forms;

public sealed class StaleFormsTests
{
    [Fact]
    public async Task A_form_without_a_valid_token_is_refused_with_a_sentence_and_keeps_what_was_typed()
    {
        await using var app = await Start();
        var answer = await app.GetTestClient().PostAsync("/order", new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["_handler"] = "order",
            ["Input.Name"] = "Jan",
            ["Input.Lines[0].Number"] = "1",
            ["Input.Lines[1].Number"] = "2",
        }));
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        page.ShouldContain("otevřená ještě před přihlášením");
        page.ShouldContain("value=\"Jan\"");
        page.ShouldNotContain("id=\"sent\"");
    }

    private static async Task<WebApplication> Start()
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseTestServer();
        builder.AddShell();
        builder.Services.Configure<OperatorOptions>(options => { options.HomeCountry = "CZ"; options.Entities["CZ"] = new(); });
        builder.Services.AddSingleton<IValidator<OrderForm.Order>, OrderForm.Rules>();
        var app = builder.Build();
        app.UseAntiforgery();
        app.UseStaleForms();
        app.UseLanguages();
        app.MapRazorComponents<OrderPage>();
        await app.StartAsync();
        return app;
    }
}
