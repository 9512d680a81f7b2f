using System.Net;

namespace CustomerCentre.Tests.Shell;

public sealed class StaticPagesTests(Site site) : IClassFixture<Site>
{
    [Theory]
    [InlineData("/")]
    [InlineData("/not-found")]
    [InlineData("/error")]
    public async Task A_static_page_opens_no_circuit(string path) =>
        (await site.Read(path)).ShouldNotContain("<!--Blazor:{\"type\":\"server\"");

    [Fact]
    public async Task An_unknown_address_is_a_page_not_found_in_the_language_of_the_person()
    {
        var answer = await site.Visitor("en").GetAsync("/no-such-page");
        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await Site.Text(answer)).ShouldContain("We could not find that page");
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    public async Task A_post_to_nowhere_is_a_page_not_found_too(string type)
    {
        var answer = await site.Visitor().PostAsync("/no-such-page", new StringContent("a=b", new System.Net.Http.Headers.MediaTypeHeaderValue(type)));
        answer.StatusCode.ShouldBeOneOf(HttpStatusCode.NotFound, HttpStatusCode.MethodNotAllowed);
        (await Site.Text(answer)).ShouldContain("Stránku jsme nenašli");
    }

    [Fact]
    public async Task The_error_page_gives_a_reference_and_the_support_line()
    {
        var page = await site.Read("/error");
        page.ShouldContain("Číslo chyby pro podporu");
        page.ShouldContain("+420 567 117 711");
    }

    [Fact]
    public async Task Scripts_come_from_this_site_alone()
    {
        var answer = await site.Visitor().GetAsync("/");
        answer.Headers.GetValues("Content-Security-Policy").Single().ShouldContain("script-src 'self';");
        answer.Headers.GetValues("X-Content-Type-Options").Single().ShouldBe("nosniff");
        (await Site.Text(answer)).ShouldNotMatch("<script(?![^>]* src=)");
    }

    [Fact]
    public async Task Every_cookie_is_secure_and_antiforgery_is_bound_to_the_host()
    {
        var answer = await site.Visitor().GetAsync("/");
        var cookies = answer.Headers.GetValues("Set-Cookie").ToList();
        cookies.ShouldContain(cookie => cookie.StartsWith("__Host-antiforgery="));
        cookies.ShouldAllBe(cookie => cookie.Contains("; secure"));
    }
}
