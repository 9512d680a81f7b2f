using CustomerCentre.Domain.Customers;
using CustomerCentre.Domain.Licences;
using CustomerCentre.Features.Companies;
using CustomerCentre.Features.Registrations;
using CustomerCentre.Tests.Running;

namespace CustomerCentre.Tests.Features.Registrations;

/// <summary>Forms filled in as a careful person fills them in.</summary>
internal static class Filled
{
    public static readonly DateOnly Bought = new(2026, 3, 10);

    public static RegisterFirstProducts.Command First(params Licence[] licences) => First(Company(), licences);

    public static RegisterFirstProducts.Command First(CompanyForm company, params Licence[] licences) => new()
    {
        Id = Guid.CreateVersion7(),
        Licences = [.. licences.Select(Entry)],
        Company = company,
        Contact = new ContactForm { Name = "Jana Nová" },
        AcceptsTerms = true,
        TermsVersion = LicenceTerms.Version,
    };

    public static RegisterProduct.Command Further(string customerNumber, Licence licence) => Further(customerNumber, licence.Text());

    public static RegisterProduct.Command Further(string customerNumber, string number) => new()
    {
        Id = Guid.CreateVersion7(),
        CustomerNumber = customerNumber,
        Number = number,
        PurchasedOn = Bought,
        AcceptsTerms = true,
        TermsVersion = LicenceTerms.Version,
    };

    public static LicenceEntry Entry(Licence licence) => new() { Number = licence.Text(), PurchasedOn = Bought };

    public static CompanyForm Company(string register = "25313142") => new()
    {
        Kind = CustomerKind.Company,
        CountryCode = "CZ",
        RegistrationNumber = register,
        Name = "Nová s.r.o.",
        Street = "Dlouhá 3",
        City = "Praha",
        PostalCode = "110 00",
    };

    public static CompanyForm Consumer() => new()
    {
        Kind = CustomerKind.Consumer,
        CountryCode = "CZ",
        GivenName = "Jana",
        FamilyName = "Nováková",
        Street = "Krátká 2",
        City = "Brno",
        PostalCode = "602 00",
    };
}
