using System.Globalization;
using CustomerCentre.Domain.Access;
using CustomerCentre.Domain.Identifiers;
using CustomerCentre.Features.AccessRequests;
using CustomerCentre.Features.Registrations;
using CustomerCentre.Resources;

namespace CustomerCentre.Tests.Features.AccessRequests;

/// <summary>What <see cref="AskForAccessRules"/> say to each of the two ways to ask.</summary>
public sealed class AskForAccessRulesTests
{
    [Theory]
    [InlineData("1234", "25313142", null, null)]
    [InlineData("12 34", "253 13 142", null, null)]
    [InlineData("1234", null, "602 00", "Nováková")]
    public void A_customer_number_goes_with_a_register_number_or_with_postal_code_and_name(string number, string? register, string? postalCode, string? name) =>
        Faults(Pair(number, register, postalCode, name)).ShouldBeEmpty();

    [Theory]
    [InlineData(null, "25313142", null, null, "CustomerNumber", nameof(AccessRequestsTexts.CustomerNumberRequired))]
    [InlineData("12a", "25313142", null, null, "CustomerNumber", nameof(AccessRequestsTexts.CustomerNumberWrong))]
    [InlineData("1234", " ", null, null, "RegistrationNumber", nameof(AccessRequestsTexts.PairRequired))]
    [InlineData("1234", null, "602 00", null, "RegistrationNumber", nameof(AccessRequestsTexts.PairRequired))]
    [InlineData("1234", null, null, "Nováková", "RegistrationNumber", nameof(AccessRequestsTexts.PairRequired))]
    public void Half_a_pair_is_said_at_its_field(string? number, string? register, string? postalCode, string? name, string field, string text) =>
        Faults(Pair(number, register, postalCode, name)).ShouldBe([(field, AccessRequestsTexts.ResourceManager.GetString(text, CultureInfo.CurrentUICulture)!)]);

    [Fact]
    public void Evidence_must_have_a_shape()
    {
        var command = Pair("1234", "25313142");
        (command.LicenceNumber, command.Message) = ("ABC", new string('a', AccessRequest.MessageMaxLength + 1));
        Faults(command).Select(fault => fault.Field).ShouldBe(["LicenceNumber", "Message"]);
        (command.LicenceNumber, command.Message) = (LicenceNumber.New().Display, "První řádek\nDruhý");
        Faults(command).ShouldBeEmpty();
    }

    [Fact]
    public void With_licences_in_hand_country_and_register_number_stand_for_the_pair()
    {
        Faults(Holding()).ShouldBeEmpty();
        var command = Holding();
        (command.CountryCode, command.AcceptsTerms, command.TermsVersion) = ("XX", false, "0");
        Faults(command).Select(fault => fault.Field).ShouldBe(["CountryCode", "RegistrationNumber", "AcceptsTerms", "TermsVersion"]);
    }

    [Fact]
    public void No_more_licences_are_kept_than_are_registered_at_once()
    {
        var command = Holding();
        command.Licences = [.. Enumerable.Range(0, RegisterFirstProducts.MostLicences + 1).Select(_ => Entry())];
        Faults(command).ShouldBe([("Licences", RegistrationsTexts.TooManyLicences)]);
    }

    private static List<(string Field, string Message)> Faults(AskForAccess.Command command) =>
        [.. new AskForAccess.Validator().Validate(command).Errors.Select(error => (error.PropertyName, error.ErrorMessage))];

    private static AskForAccess.Command Pair(string? number, string? register, string? postalCode = null, string? name = null) =>
        new() { Id = Guid.NewGuid(), CustomerNumber = number, RegistrationNumber = register, PostalCode = postalCode, FamilyName = name };

    private static AskForAccess.Command Holding() => new()
    {
        Id = Guid.NewGuid(),
        CountryCode = "CZ",
        RegistrationNumber = "25313142",
        Licences = [Entry()],
        AcceptsTerms = true,
        TermsVersion = LicenceTerms.Version,
    };

    private static LicenceEntry Entry() => new() { Number = LicenceNumber.New().Display, PurchasedOn = new(2026, 3, 10) };
}
