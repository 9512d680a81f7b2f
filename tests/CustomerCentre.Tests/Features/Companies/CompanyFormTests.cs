using CustomerCentre.Domain.Customers;
using CustomerCentre.Features.Companies;
using CustomerCentre.Resources;
using CustomerCentre.Tests.Features.Registrations;

namespace CustomerCentre.Tests.Features.Companies;

public sealed class CompanyFormTests
{
    private static readonly CompanyForm.Validator Validator = new();

    [Fact]
    public void A_filled_company_is_fine_and_comes_back_from_its_details_unchanged()
    {
        var form = Filled.Company();
        (form.VatNumber, form.DataBoxId) = ("cz 25313142", "abc2345");
        Validator.Validate(form).IsValid.ShouldBeTrue();

        var again = CompanyForm.From(form.ToDetails());
        (again.Kind, again.RegistrationNumber, again.VatNumber, again.DataBoxId, again.Name).ShouldBe((form.Kind, "25313142", "CZ25313142", "abc2345", form.Name));
    }

    [Fact]
    public void A_consumer_has_two_names_and_no_numbers()
    {
        var form = Filled.Consumer();
        form.RegistrationNumber = "left over from another kind";
        Validator.Validate(form).IsValid.ShouldBeTrue();

        var details = form.ToDetails();
        (details.Name, details.FamilyName, details.RegistrationNumber).ShouldBe(("Jana Nováková", "Nováková", null));
        (CompanyForm.From(details).GivenName, CompanyForm.From(details).FamilyName).ShouldBe(("Jana", "Nováková"));
    }

    [Fact]
    public void A_wrong_check_digit_is_a_question()
    {
        var form = Filled.Company("12345678");
        Validator.Validate(form).Errors.Single().ErrorMessage.ShouldBe(CompaniesTexts.RegistrationNumberDoubtful);
        form.ConfirmsRegistrationNumber = true;
        Validator.Validate(form).IsValid.ShouldBeTrue();
    }

    [Theory]
    [InlineData(CustomerKind.Company, "CZ", true, true, false, true)]
    [InlineData(CustomerKind.SoleTrader, "SK", true, true, true, false)]
    [InlineData(CustomerKind.Organisation, "DE", true, true, false, false)]
    [InlineData(CustomerKind.Consumer, "SK", false, false, false, false)]
    public void Kind_and_country_decide_on_the_fields(CustomerKind kind, string country, bool register, bool vat, bool tax, bool dataBox)
    {
        var fields = CompanyFields.For(kind, country);
        (fields.RegistrationNumber, fields.VatNumber, fields.TaxNumber, fields.DataBoxId).ShouldBe((register, vat, tax, dataBox));
        fields.PersonName.ShouldBe(!fields.Name);
    }

    [Fact]
    public void An_empty_form_says_what_is_missing_at_each_field() =>
        Validator.Validate(new CompanyForm { Kind = CustomerKind.Company }).Errors.Select(error => error.PropertyName)
            .ShouldBe(["RegistrationNumber", "Name", "Street", "City", "PostalCode"], ignoreOrder: true);

    [Theory]
    [InlineData("Robert'); DROP TABLE Customers;--", true)]
    [InlineData("<script>alert(1)</script>", true)]
    [InlineData("Žluťoučký kůň 🐎 s.r.o.", true)]
    [InlineData("\u202Eo.r.s ámuts", false)]
    [InlineData("a\u0000b", false)]
    [InlineData("   ", false)]
    public void A_name_is_text_as_people_write_it(string name, bool isFine)
    {
        var form = Filled.Company();
        form.Name = name;
        Validator.Validate(form).IsValid.ShouldBe(isFine);
    }

    [Fact]
    public void The_longest_names_fit_together_into_the_name_of_a_customer()
    {
        var form = Filled.Consumer();
        (form.GivenName, form.FamilyName) = (new string('a', CustomerDetails.GivenNameMaxLength), new string('b', CustomerDetails.FamilyNameMaxLength));
        Validator.Validate(form).IsValid.ShouldBeTrue();
        form.ToDetails().Name.Length.ShouldBe(CustomerDetails.NameMaxLength);
    }
}
