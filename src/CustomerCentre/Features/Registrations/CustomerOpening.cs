using CustomerCentre.Data;
using CustomerCentre.Domain.Accounts;
using CustomerCentre.Domain.Customers;
using CustomerCentre.Domain.Identifiers;
using CustomerCentre.Mail;

namespace CustomerCentre.Features.Registrations;

/// <summary>Opens a customer: issues its number, makes the person its manager, keeps the contact, invites the owner, mails what came of it.</summary>
public sealed class CustomerOpening(CustomerCentreDb db, NumberIssuer issuer, Outbox outbox, AuditTrail audit, TimeProvider time)
{
    private static readonly TimeSpan InvitationTime = TimeSpan.FromDays(14);

    /// <summary>Adds everything to the caller's transaction and answers the customer's id, which is the command's.</summary>
    public async Task<Guid> Open(Guid id, CustomerDetails details, RegisterCheck check, ContactForm contact, Account me, CancellationToken cancellationToken)
    {
        var (number, now) = (await issuer.Next(cancellationToken), time.GetUtcNow());
        var customer = Customer.Open(id, number, details, check, now);
        customer.Admit(me.Id, MemberRole.Manager, now);

        var mine = EmailAddress.Parse(me.Email!);
        var owner = contact.ForSomebodyElse ? EmailAddress.Parse(contact.Email!) : mine;
        customer.AddContact(contact.Name!.Trim(), owner, PhoneNumber.TryParse(contact.Phone, details.Country) ?? PhoneNumber.TryParse(contact.Phone, Country.Czechia));
        db.Customers.Add(customer);
        audit.Add("CustomerOpened", customer.Id);

        outbox.Add(mine, me.Language, () => RegistrationLetters.CustomerOpened(number, details.Name), customer.Id);
        if (owner.Normalized != mine.Normalized)
            Invite(customer, owner, me, now);
        return customer.Id;
    }

    private void Invite(Customer customer, EmailAddress owner, Account me, DateTimeOffset now)
    {
        var invitation = new Invitation(Guid.CreateVersion7(now), customer.Id, owner, MemberRole.Manager, me.Id, now);
        var (link, token) = MailedLink.Create(LinkPurpose.AcceptInvitation, invitation.Id, now + InvitationTime);
        db.Invitations.Add(invitation);
        db.MailedLinks.Add(link);
        audit.Add("OwnerInvited", customer.Id, invitation.Id);
        outbox.Add(owner, me.Language, () => RegistrationLetters.OwnerInvited(customer.Details.Name, me.Email!, link.ExpiresAt, token), customer.Id);
    }
}
