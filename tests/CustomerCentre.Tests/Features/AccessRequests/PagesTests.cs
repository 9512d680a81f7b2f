using System.Net;
using CustomerCentre.Resources;
using CustomerCentre.Tests.Shell;

namespace CustomerCentre.Tests.Features.AccessRequests;

public sealed class PagesTests(Site site) : IClassFixture<Site>
{
    [Theory]
    [InlineData("/access-requests")]
    [InlineData("/administration/requests")]
    [InlineData("/administration/requests/0195e6f0-0000-7000-8000-000000000000")]
    public async Task A_visitor_is_led_to_sign_in(string path)
    {
        var answer = await site.Visitor().GetAsync(path);
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        answer.Headers.Location!.ToString().ShouldContain("/account/sign-in");
    }

    [Theory]
    [InlineData("/access-requests/dispute")]
    [InlineData("/access-requests/dispute?token=unknown")]
    public async Task An_unknown_link_says_so_without_a_button_and_without_a_circuit(string path)
    {
        var page = await site.Read(path);
        page.ShouldContain(AccessRequestsTexts.ResourceManager.GetString(nameof(AccessRequestsTexts.DisputeUnknown), new("cs"))!);
        page.ShouldNotContain("Dispute.Token");
        page.ShouldNotContain("<!--Blazor:{\"type\":\"server\"");
    }
}
