using CustomerCentre.Registers;
using CustomerCentre.Requests;

namespace CustomerCentre.Features.Companies;

/// <summary>Looks up the number in a form as a person watches it: being asked, taking long, answered.</summary>
/// <param name="sender">The way to the register.</param>
/// <param name="time">Measures the person's patience.</param>
/// <param name="tell">Told what the register knows, or with nothing that it does not hold any more.</param>
/// <param name="judge">Asks for the number to be judged and the form to be kept anew.</param>
/// <param name="redraw">Draws the state.</param>
internal sealed class CompanySearch(Sender sender, TimeProvider time, Func<RegisterEntry?, Task> tell, Action judge, Action redraw)
{
    /// <summary>After how long "go on by hand" is offered (domain §9).</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    public LookupState State { get; private set; }

    /// <summary>Country and number that was last left in the form; nothing while there is none.</summary>
    public string? Asked { get; private set; }

    public async Task Look(CompanyForm form, RegisterEntry? known)
    {
        var number = RegisterEntry.NumberIn(form);
        var key = number is null ? null : $"{form.CountryCode} {number}";
        if (key == Asked)
            return;

        var isFirst = Asked is null;
        Asked = key;
        await Forget(form, known, isFirst);
        if (key is null || !new LookupWords(form.CountryCode).IsHome)
        {
            Draw(LookupState.Quiet);
            return;
        }

        Draw(LookupState.Asking);
        var search = sender.Send(new FindCompany.Query(form.CountryCode, number));
        if (await Task.WhenAny(search, Task.Delay(Patience, time)) != search && Asked == key)
            Draw(LookupState.Slow);
        var result = await search;
        if (Asked == key)
            await Learn(form, result is { IsDone: true } ? result.Value : null);
    }

    // What belongs to another number goes with it: the confirmation, and the values that nobody but the register wrote.
    private async Task Forget(CompanyForm form, RegisterEntry? known, bool isFirst)
    {
        if (known is not null && !known.IsAbout(form))
        {
            known.Withdraw(form);
            await tell(null);
        }

        if (!isFirst && form.ConfirmsRegistrationNumber)
        {
            form.ConfirmsRegistrationNumber = false;
            judge();
        }
    }

    private async Task Learn(CompanyForm form, CompanyAnswer? answer)
    {
        if (answer is not null && RegisterEntry.From(answer, form.CountryCode!) is { } entry)
        {
            entry.FillEmpty(form);
            // A number that the register knows is right, whatever its check digit.
            form.ConfirmsRegistrationNumber = true;
            await tell(entry);
            judge();
        }

        Draw(answer?.State switch { RegisterState.Valid => LookupState.Found, RegisterState.Invalid => LookupState.NotFound, _ => LookupState.Silent });
    }

    private void Draw(LookupState state)
    {
        State = state;
        redraw();
    }
}
