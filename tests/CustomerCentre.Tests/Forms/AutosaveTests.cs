using Bunit;

namespace CustomerCentre.Tests.Forms;

public sealed class AutosaveTests
{
    private readonly IRenderedComponent<SavingForm> form = new FormContext().Render<SavingForm>();

    [Fact]
    public void A_pause_keeps_the_text_without_judging_it()
    {
        form.Find("input").Input("much too long a name");
        form.Instance.Kept.ShouldBe(["much too long a name"]);
        form.FindAll(".field-error").ShouldBeEmpty();
    }

    [Fact]
    public void Leaving_the_field_judges_it_even_when_nothing_was_typed_since_the_pause()
    {
        form.Find("input").Input("much too long a name");
        form.Find("input").Change("much too long a name");
        form.FindAll(".field-error").ShouldNotBeEmpty();
    }

    [Fact]
    public void Leaving_the_field_keeps_what_was_typed_since_the_pause_once()
    {
        form.Find("input").Input("Ja");
        form.Find("input").Change("Jan");
        form.Instance.Kept.ShouldBe(["Ja", "Jan"]);
    }

    [Fact]
    public void It_says_when_it_was_kept_and_when_it_could_not_be()
    {
        form.Find("input").Input("J");
        form.Find(".saved[role=status]").TextContent.ShouldContain("Uloženo 14:02");
        foreach (var text in (string[])["Ja", "Jan", "Jana"])
            form.Find("input").Input(text);
        form.Find(".saved").TextContent.ShouldContain("se uložit nepodařilo");
    }
}
