using System.Text.Json;
using CustomerCentre.Domain.Customers;

namespace CustomerCentre.Features.Accounts.Profile;

/// <summary>What is kept of a person's companies, and of the work for partners and the operator.</summary>
internal static class MyDeeds
{
    public static readonly IReadOnlyList<MyDataPart> All =
    [
        new("memberships", my => my.All(my.Db.Members.Where(member => member.AccountId == my.Id).OrderBy(member => member.Since)
            .Join(my.Db.Customers, member => member.CustomerId, customer => customer.Id, (member, customer) =>
                new { customer.Details, customer.Numbers.Single(number => number.IsCurrent).Number, member.Role, member.Since }),
            row => new { Customer = row.Details.Name, CustomerNumber = row.Number.Value, Role = $"{row.Role}", row.Since, Person = Person(row.Details, row.Role) })),
        // The e-mail is confirmed: who reads its mailbox is the contact.
        new("contacts", my => my.Next(my.Db.Contacts.Where(contact => contact.NormalizedEmail == my.Email.Normalized && contact.Id > my.After).OrderBy(contact => contact.Id)
            .Join(my.Db.Customers, contact => contact.CustomerId, customer => customer.Id, (contact, customer) => new { contact.Id, contact.Name, contact.Email, contact.Phone, Customer = customer.Details.Name }),
            contact => contact.Id, contact => new { contact.Customer, contact.Name, Email = contact.Email?.Value, Phone = contact.Phone?.Value })),
        new("invitations", my => my.Next(my.Db.Invitations.Where(invitation => invitation.Email == my.Email && invitation.Id > my.After).OrderBy(invitation => invitation.Id)
            .Join(my.Db.Customers, invitation => invitation.CustomerId, customer => customer.Id, (invitation, customer) =>
                new { invitation.Id, Customer = customer.Details.Name, invitation.Role, invitation.CreatedAt, invitation.AcceptedAt }),
            invitation => invitation.Id, invitation => new { invitation.Customer, Role = $"{invitation.Role}", invitation.CreatedAt, invitation.AcceptedAt })),
        new("drafts", my => my.Next(my.Db.Drafts.Where(draft => draft.AccountId == my.Id && draft.Id > my.After).OrderBy(draft => draft.Id), draft => draft.Id,
            draft => new { draft.CreatedAt, draft.TouchedAt, draft.FinishedAt, draft.Step, Answers = JsonSerializer.Deserialize<JsonElement>(draft.Answers) })),
        // Where a pair leads to, and who decided, is never said to who asks.
        new("accessRequests", my => my.Next(my.Db.AccessRequests.Where(request => request.AccountId == my.Id && request.Id > my.After).OrderBy(request => request.Id), request => request.Id,
            request => new { request.CreatedAt, request.TypedNumber, request.TypedRegister, request.Message, State = $"{request.State}", request.ClosedAt })),
        new("registrations", my => my.Next(my.Db.Registrations.Where(registration => registration.AccountId == my.Id && registration.Id > my.After).OrderBy(registration => registration.Id)
            .Join(my.Db.Licences, registration => registration.LicenceId, licence => licence.Id, (registration, licence) =>
                new { registration.Id, Product = licence.Product.Name, registration.TermsVersion, registration.RegisteredAt, registration.UndoneAt }),
            registration => registration.Id, registration => new { registration.Product, registration.TermsVersion, registration.RegisteredAt, registration.UndoneAt })),
        new("operatorRoles", my => my.All(my.Db.StaffMembers.Where(staff => staff.AccountId == my.Id), staff => new { Role = $"{staff.Role}", staff.Since, staff.UsedAt })),
        new("partners", my => my.All(my.Db.PartnerMembers.Where(member => member.AccountId == my.Id)
            .Join(my.Db.Partners, member => member.PartnerId, partner => partner.Id, (member, partner) => new { partner.Name, member.Role, member.Since, member.UsedAt }),
            member => new { Partner = member.Name, Role = $"{member.Role}", member.Since, member.UsedAt })),
        new("partnerInvitations", my => my.Next(my.Db.PartnerInvitations.Where(invitation => invitation.Email == my.Email && invitation.Id > my.After).OrderBy(invitation => invitation.Id)
            .Join(my.Db.Partners, invitation => invitation.PartnerId, partner => partner.Id, (invitation, partner) =>
                new { invitation.Id, Partner = partner.Name, invitation.Role, invitation.CreatedAt, invitation.AcceptedAt }),
            invitation => invitation.Id, invitation => new { invitation.Partner, Role = $"{invitation.Role}", invitation.CreatedAt, invitation.AcceptedAt })),
        // Whom the person asked about is the customer's, not the person's.
        new("partnerChecks", my => my.Next(my.Db.PartnerChecks.Where(check => check.AccountId == my.Id && check.Id > my.After).OrderBy(check => check.Id), check => check.Id,
            check => new { check.At, Channel = $"{check.Channel}", Purpose = $"{check.Purpose}" })),
        new("lookUps", my => my.Next(my.Db.LookUps.Where(lookUp => lookUp.AccountId == my.Id && lookUp.Id > my.After).OrderBy(lookUp => lookUp.Id), lookUp => lookUp.Id,
            lookUp => new { lookUp.At, Role = $"{lookUp.Role}", Reason = $"{lookUp.Reason}", lookUp.Initials })),
    ];

    // The details of a natural person are personal data; a company's are not.
    private static object? Person(CustomerDetails details, MemberRole role) => !details.Kind.IsNaturalPerson() ? null : new
    {
        Kind = $"{details.Kind}",
        Country = $"{details.Country}",
        RegistrationNumber = details.RegistrationNumber?.Value,
        VatNumber = details.HidesVatNumberFrom(role) ? null : details.VatNumber?.Value,
        TaxNumber = details.TaxNumber?.Value,
        details.Street,
        details.City,
        PostalCode = details.PostalCode?.Value,
        DataBoxId = details.DataBoxId?.Value,
    };
}
