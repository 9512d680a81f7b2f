using CustomerCentre.Tests.Running;

namespace CustomerCentre.Tests.Features.Licences;

/// <summary>Somebody new, signed in; tests of one class share a portal and so need people of their own.</summary>
public sealed record Person(Guid Id, Browser Browser)
{
    public static async Task<Person> At(Portal portal)
    {
        var email = $"{Guid.NewGuid():n}@example.cz";
        var id = await portal.Account(email);
        var browser = portal.Browser();
        await browser.SignIn(email);
        return new(id, browser);
    }
}
