using System.Buffers.Text;
using System.Text.Json;
using System.Web;

namespace CustomerCentre.EndToEnd.Journeys;

/// <summary>A new key signs while the portal runs. It takes the minute after which every node publishes the key.</summary>
public sealed class KeyRotationTests(Portal portal, ThreeSites sites) : SiteJourney(portal, sites), IClassFixture<ThreeSites>
{
    [Fact]
    public async Task A_rotated_key_signs_in_the_running_portal_and_what_the_old_one_signed_stays_good()
    {
        await SignInAtShop();
        var old = await PublishedKeys();

        (await App.Command("rotate-keys")).ShouldBeNull();
        var ready = DateTime.UtcNow.AddMinutes(1);
        for (var look = 0; (await PublishedKeys()).Length == old.Length && look < 90; look++)
            await Page.WaitForTimeoutAsync(1000);
        await Page.WaitForTimeoutAsync((float)Math.Max(0, (ready - DateTime.UtcNow).TotalMilliseconds));
        (await KeyOfSignOut()).ShouldBeOneOf(old);

        // The site has the keys of before at hand and learns of the new one by itself.
        await SignInAtShop();
        (await KeyOfSignOut()).ShouldBeOneOf([.. (await PublishedKeys()).Except(old)]);
    }

    private async Task<string[]> PublishedKeys()
    {
        var answer = await Page.APIRequest.GetAsync(new Uri(App.Address, "/.well-known/jwks").AbsoluteUri);
        return [.. (await answer.JsonAsync())!.Value.GetProperty("keys").EnumerateArray().Select(key => key.GetProperty("kid").GetString()!)];
    }

    // Signs out at the Shop: nobody is asked, since the id token that goes along is believed. The answer is the key that signed it.
    private async Task<string> KeyOfSignOut()
    {
        await Page.GotoAsync(Shop.Address);
        var asked = await Page.RunAndWaitForRequestAsync(() => Page.Locator("form[action='/sign-out'] button").ClickAsync(), request => request.Url.Contains("id_token_hint=", StringComparison.Ordinal));
        await Page.WaitForURLAsync(Shop.Address);
        await Page.Locator("#nobody").WaitForAsync();
        var header = HttpUtility.ParseQueryString(new Uri(asked.Url).Query)["id_token_hint"]!.Split('.')[0];
        return JsonDocument.Parse(Base64Url.DecodeFromChars(header)).RootElement.GetProperty("kid").GetString()!;
    }
}
