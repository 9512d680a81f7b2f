using Bunit;

namespace CustomerCentre.Tests.Forms;

public sealed class FieldTests
{
    private readonly IRenderedComponent<OrderForm> form = new FormContext().Render<OrderForm>();

    [Fact]
    public void The_label_the_hint_and_the_source_belong_to_the_input()
    {
        var input = form.Find("[name='Input.Name']");
        form.Find($"label[for='{input.Id}']").TextContent.ShouldBe("Jméno");
        input.GetAttribute("aria-describedby")!.Split(' ').Select(id => form.Find($"#{id}").TextContent.Trim())
            .ShouldBe(["Jak se jmenujete z ARES", ""]);
    }

    [Fact]
    public void A_wrong_field_says_so_to_readers()
    {
        form.Find("[name='Input.Name']").GetAttribute("aria-invalid").ShouldBe("false");
        form.Find("form").Submit();
        form.Find("[name='Input.Name']").GetAttribute("aria-invalid").ShouldBe("true");
    }

    [Fact]
    public void An_optional_field_says_so_and_is_not_required()
    {
        form.Find("label[for='Input-Password']").TextContent.ShouldBe("Heslo (nepovinné)");
        form.Find("#Input-Password").GetAttribute("aria-required").ShouldBe("false");
        form.Find("#Input-Name").GetAttribute("aria-required").ShouldBe("true");
    }

    [Fact]
    public void Attributes_of_the_page_reach_the_input() => form.Find("#Input-Name").GetAttribute("autocomplete").ShouldBe("name");

    [Fact]
    public void A_password_can_be_shown() => form.Find("[data-reveal='Input-Password']").TextContent.ShouldBe("Zobrazit");

    [Fact]
    public void A_day_is_bound_as_a_day()
    {
        form.Find("#Input-Day").Change("2026-11-22");
        form.Instance.Input.Day.ShouldBe(new DateOnly(2026, 11, 22));
        form.Find("#Input-Day").GetAttribute("value").ShouldBe("2026-11-22");
    }

    [Fact]
    public void A_day_that_is_none_gets_a_plain_sentence()
    {
        form.Find("#Input-Day").Change("soon");
        form.Find("#Input-Day-error").TextContent.ShouldContain("Této hodnotě nerozumíme.");
    }

    [Fact]
    public void A_chosen_answer_is_stored()
    {
        form.Find("input[value='cash']").Change("cash");
        form.Instance.Input.Payment.ShouldBe("cash");
    }
}
