namespace CustomerCentre.EndToEnd.Journeys;

public sealed class KeyboardTests(Portal portal) : Journey(portal)
{
    [Fact]
    public async Task The_whole_wizard_is_walked_by_keyboard_alone()
    {
        await Me.SignUp(Mailbox, NewEmail());
        await Me.AtStep("start");
        await TabTo("input[type=radio]");
        await Page.Keyboard.PressAsync("Space");
        await Enter("products");

        await Type("#Licences-0-Number", DemoStock.Take());
        await TabTo("#Licences-0-PurchasedOn");
        await Page.FillAsync("#Licences-0-PurchasedOn", Walking.Yesterday);
        await Enter("company");

        await TabTo("input[type=radio]");
        await Page.Keyboard.PressAsync("Space");
        for (var i = 0; i < 3; i++)
        {
            await Page.Keyboard.PressAsync("ArrowDown");
        }

        await Page.Locator("#Company-GivenName").WaitForAsync();
        await Type("#Company-GivenName", "Klára");
        await Type("#Company-FamilyName", "Klávesová");
        await Type("#Company-Street", "Tabulátorová 9");
        await Type("#Company-City", "Polná");
        await Type("#Company-PostalCode", "588 13");
        await Enter("contact");

        await Type("#Contact-Name", "Klára Klávesová");
        await Enter("check");

        await TabTo("#Command-AcceptsTerms");
        await Page.Keyboard.PressAsync("Space");
        await TabTo("button[type=submit]");
        await Page.Keyboard.PressAsync("Enter");
        await Page.Locator(".issued-number").WaitForAsync();
        (await Page.EvaluateAsync<string>("document.activeElement?.tagName")).ShouldBe("H1");
    }

    private async Task Type(string field, string text)
    {
        await TabTo(field);
        await Page.Keyboard.TypeAsync(text);
    }

    private async Task Enter(string nextStep)
    {
        await TabTo("main form button[type=submit]");
        await Page.Keyboard.PressAsync("Enter");
        await Me.AtStep(nextStep);
    }

    // What has the focus and shows none: neither itself nor the card of a choice around it has a ring.
    private const string WithoutRing = """
        () => {
            const element = document.activeElement;
            const seen = [element, element.closest("label")].some(one => one && getComputedStyle(one).outlineStyle !== "none");
            return seen || element === document.body ? null : element.outerHTML;
        }
        """;

    /// <summary>Presses Tab until the focus is where it should be, and sees on the way that it is always visible.</summary>
    private async Task TabTo(string selector)
    {
        for (var i = 0; i < 60; i++)
        {
            await Page.Keyboard.PressAsync("Tab");
            (await Page.EvaluateAsync<string?>(WithoutRing)).ShouldBeNull();
            if (await Page.EvaluateAsync<bool>("selector => document.activeElement?.closest('main') !== null && document.activeElement.matches(selector)", selector))
            {
                return;
            }
        }

        Assert.Fail($"Sixty tabs did not lead to {selector}.");
    }
}
