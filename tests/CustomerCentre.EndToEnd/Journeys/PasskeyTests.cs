namespace CustomerCentre.EndToEnd.Journeys;

public sealed class PasskeyTests(Portal portal) : Journey(portal)
{
    [Fact]
    public async Task A_person_adds_a_passkey_is_signed_in_by_it_alone_and_removes_it()
    {
        var email = NewEmail();
        await Me.SignUp(Mailbox, email);
        await Me.HoldAuthenticator();
        await Open("/account/passkeys");
        await CheckAccess();
        await Screenshot("passkeys-none");
        await Page.FillAsync("#Input-Password", Walking.Password);
        await Me.Submit();
        await Page.FillAsync("#Adding-Name", "Můj telefon");
        await CheckAccess();
        await Screenshot("passkeys-add");
        await Me.CheckNarrow();
        await Me.Submit();
        await Page.WaitForURLAsync("**/account/passkeys?done=added");
        await Page.GetByText("Můj telefon").First.WaitForAsync();
        await CheckAccess();
        await Screenshot("passkeys");
        await Me.CheckNarrow();

        // The authenticator answers what the page asks for by itself: without an e-mail, a password or a press.
        await Me.Leave();
        await Open("/account/sign-in?returnUrl=%2Faccount%2Fpasskeys");
        await Page.WaitForURLAsync("**/account/passkeys");
        await Page.GetByText("naposledy použit").WaitForAsync();

        await Page.ClickAsync("ul.browsers a");
        await Page.WaitForURLAsync("**/account/passkeys/**");
        await CheckAccess();
        await Screenshot("passkey");
        await Me.CheckNarrow();
        await Page.FillAsync("#Removal-Password", Walking.Password);
        await Page.ClickAsync("main form:has(h2) button[type=submit]");
        await Page.WaitForURLAsync("**/account/passkeys?done=removed");
    }

    [Fact]
    public async Task Who_has_no_passkey_signs_in_with_the_password_as_ever()
    {
        var email = NewEmail();
        await Me.SignUp(Mailbox, email);
        await Me.HoldAuthenticator(answers: false);
        await Me.Leave();
        await Open("/account/sign-in");
        await Page.Locator("form[data-passkey] button").WaitForAsync();
        await CheckAccess();
        await Screenshot("sign-in-passkey");
        await Me.CheckNarrow();
        await Me.SignIn(email, Walking.Password);
    }
}
