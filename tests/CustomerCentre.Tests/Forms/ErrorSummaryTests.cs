using Bunit;

namespace CustomerCentre.Tests.Forms;

public sealed class ErrorSummaryTests
{
    private readonly IRenderedComponent<OrderForm> form = new FormContext().Render<OrderForm>();

    [Fact]
    public void It_links_to_the_fields_in_their_own_words()
    {
        form.Find("form").Submit();
        var links = form.FindAll(".summary a");

        links[0].TextContent.ShouldBe("Zadejte jméno.");
        links.Select(link => link.GetAttribute("data-to-field")).ShouldBe(["Input-Name", "Input-Lines-0-Number", "Input-Lines-1-Number"]);
    }

    [Fact]
    public void The_same_sentence_at_two_fields_carries_their_labels()
    {
        form.Find("form").Submit();
        form.FindAll(".summary a").Skip(1).Select(link => link.TextContent)
            .ShouldBe(["Číslo 1: Vyplňte prosím toto pole.", "Číslo 2: Vyplňte prosím toto pole."]);
    }

    [Fact]
    public void It_does_not_appear_while_somebody_writes()
    {
        form.Find("#Input-Name").Change("much too long a name");
        form.FindAll(".field-error").ShouldNotBeEmpty();
        form.FindAll(".summary").ShouldBeEmpty();
    }

    [Fact]
    public void It_does_not_come_back_when_a_field_goes_wrong_after_a_good_submit()
    {
        foreach (var field in new[] { "Name", "Lines[0].Number", "Lines[1].Number" })
        {
            form.Find($"[name='Input.{field}']").Change("1");
        }

        form.Find("form").Submit();
        form.Find("#Input-Name").Change("much too long a name");
        form.FindAll(".summary").ShouldBeEmpty();
    }

    [Fact]
    public void Its_lines_leave_as_the_fields_become_right()
    {
        form.Find("form").Submit();
        form.Find("#Input-Name").Change("Jan");
        form.Find("[name='Input.Lines[0].Number']").Change("much too long");
        form.FindAll(".summary a").Select(link => link.TextContent).ShouldHaveSingleItem().ShouldStartWith("Číslo 2");
    }
}
