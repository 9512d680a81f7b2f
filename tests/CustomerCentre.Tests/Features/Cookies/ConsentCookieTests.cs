using CustomerCentre.Domain.Accounts;
using CustomerCentre.Features.Cookies;
using Microsoft.AspNetCore.Http;

namespace CustomerCentre.Tests.Features.Cookies;

public sealed class ConsentCookieTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 10, 11, 0, 0, TimeSpan.Zero);

    [Fact]
    public void What_is_written_is_read_again_and_lasts_six_months()
    {
        var choice = new ConsentChoice(Guid.NewGuid(), CookieGroups.Advertising, "2026-11", Now);
        var http = new DefaultHttpContext();
        ConsentCookie.Write(http, choice, Now);
        var cookie = http.Response.Headers.SetCookie.ToString();
        cookie.ShouldContain("max-age=15638400;");
        cookie.ShouldContain("; secure");
        cookie.ShouldContain("; httponly");
        ReadFrom(cookie[(ConsentCookie.Name.Length + 1)..cookie.IndexOf(';', StringComparison.Ordinal)]).ShouldBe(choice);
    }

    [Theory]
    [InlineData("")]
    [InlineData("1")]
    [InlineData("1.3.1762772400")]
    [InlineData("1.4.1762772400.0f8fad5bd9cb469fa16570867728950e")]
    [InlineData("1.-1.1762772400.0f8fad5bd9cb469fa16570867728950e")]
    [InlineData("1.1.99999999999999999.0f8fad5bd9cb469fa16570867728950e")]
    [InlineData("1.1.1762772400.not-a-number")]
    [InlineData("1.1.1762772400.0f8fad5bd9cb469fa16570867728950e.more")]
    public void What_was_altered_is_no_choice(string value) => ReadFrom(value).ShouldBeNull();

    private static ConsentChoice? ReadFrom(string value)
    {
        var http = new DefaultHttpContext();
        http.Request.Headers.Cookie = $"{ConsentCookie.Name}={value}";
        return ConsentCookie.Read(http);
    }
}
