using Bunit;

namespace CustomerCentre.Tests.Forms;

public sealed class FluentValidatorTests
{
    private readonly IRenderedComponent<OrderForm> form = new FormContext().Render<OrderForm>();

    [Fact]
    public void Nothing_is_said_before_the_form_is_touched() => form.FindAll(".field-error, .summary").ShouldBeEmpty();

    [Fact]
    public void A_submit_checks_the_whole_model_and_the_items_of_its_lists()
    {
        form.Find("form").Submit();

        Error("Name").ShouldContain("Zadejte jméno.");
        Error("Lines-0-Number").ShouldContain("Vyplňte prosím toto pole.");
        Error("Lines-1-Number").ShouldContain("Vyplňte prosím toto pole.");
        form.Instance.Sent.ShouldBeFalse();
    }

    [Fact]
    public void A_filled_field_is_checked_when_it_is_left_and_no_other()
    {
        Fill("Lines[1].Number", "12345");

        Error("Lines-1-Number").ShouldContain("nejvýše 3 znaků");
        Error("Name").ShouldBeEmpty();
    }

    [Fact]
    public void A_field_left_empty_is_not_told_off()
    {
        Fill("Name", "Jan");
        Fill("Name", "");
        Error("Name").ShouldBeEmpty();
    }

    [Fact]
    public void What_was_corrected_is_no_longer_said()
    {
        form.Find("form").Submit();
        Fill("Name", "Jan");

        Error("Name").ShouldBeEmpty();
        Error("Lines-0-Number").ShouldNotBeEmpty();
    }

    [Fact]
    public void A_valid_form_is_sent()
    {
        FillAll();
        form.Find("form").Submit();
        form.Instance.Sent.ShouldBeTrue();
    }

    [Fact]
    public void What_the_handler_says_stays_at_its_field_until_that_field_changes()
    {
        FillAll();
        Show(new("Lines[1].Number", "Toto číslo nelze zaregistrovat."));
        Fill("Name", "Eva");
        Error("Lines-1-Number").ShouldContain("Toto číslo nelze zaregistrovat.");

        Fill("Lines[1].Number", "9");
        Error("Lines-1-Number").ShouldBeEmpty();
    }

    [Fact]
    public void A_path_that_leads_nowhere_is_still_said_in_the_summary()
    {
        FillAll();
        form.Find("form").Submit();
        Show(new("Lines[7].Number", "Něco je špatně."));
        form.Find(".summary").TextContent.ShouldContain("Něco je špatně.");
    }

    private void Show(CustomerCentre.Requests.FieldError error) => form.InvokeAsync(() => form.Instance.Validator.Show([error]));

    private void FillAll()
    {
        Fill("Name", "Jan");
        Fill("Lines[0].Number", "1");
        Fill("Lines[1].Number", "2");
    }

    private void Fill(string field, string text) => form.Find($"[name='Input.{field}']").Change(text);

    private string Error(string field) => form.Find($"#Input-{field}-error").TextContent.Trim();
}
