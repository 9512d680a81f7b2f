using CustomerCentre.Data;
using CustomerCentre.Domain.Access;
using CustomerCentre.Domain.Accounts;
using CustomerCentre.Domain.Customers;
using CustomerCentre.Domain.Identifiers;
using CustomerCentre.Domain.Licences;
using CustomerCentre.Mail;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Features.AccessRequests;

/// <summary>Carries out an approval: admits the account, binds the licences kept for it, and lets the managers and contacts object.</summary>
public sealed class AccessGrant(CustomerCentreDb db, Outbox outbox, AuditTrail audit, SupportRule rule, TimeProvider time)
{
    private static readonly TimeSpan DisputeTime = TimeSpan.FromDays(7);

    /// <summary>Adds everything to the caller's transaction and answers the customer's number. The request and what is kept for it must be saved already.</summary>
    public async Task<CustomerNumber> Carry(AccessRequest request, AccessProof proof, MemberRole role, Guid? decidedBy, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var customer = await db.Customers.AsSplitQuery().Include(c => c.Numbers).Include(c => c.Members).Include(c => c.Contacts)
            .SingleAsync(c => c.Id == request.CustomerId, cancellationToken);
        var known = customer.Members.Any(member => member.AccountId == request.AccountId);
        // "That was not us" may have removed the member since it was read as the proof; done again, the request is judged without it.
        if (proof == AccessProof.Membership && !known)
            throw new DbUpdateConcurrencyException("The membership that proved the request is gone.");
        List<Guid> managers = [.. customer.Members.Where(member => member.Role == MemberRole.Manager).Select(member => member.AccountId)];

        var member = request.Approve(customer, proof, role, decidedBy, now);
        await BindKept(request, member, now, cancellationToken);
        audit.Add("AccessGranted", customer.Id, request.Id, $"{proof}, {member.Role}");
        if (!known)
            await AnnounceMember(customer, member, managers, cancellationToken);
        return customer.Number;
    }

    private async Task BindKept(AccessRequest request, Member member, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var kept = await db.ReservedLicences.Where(reserved => reserved.AccessRequestId == request.Id).ToListAsync(cancellationToken);
        db.ReservedLicences.RemoveRange(kept);
        foreach (var reserved in kept)
        {
            var licence = await db.Licences.Include(l => l.SupportPeriods).SingleAsync(l => l.Id == reserved.LicenceId, cancellationToken);
            // Once its time has passed a licence is free: somebody may have registered it, or it may have ended.
            if (licence.State != LicenceState.Sold || member.Role == MemberRole.Reader)
                continue;
            db.Registrations.Add(licence.Register(
                Guid.CreateVersion7(now), request.Id, member.CustomerId, request.AccountId, reserved.Purchase, reserved.TermsVersion, rule, now));
            audit.Add("LicenceRegistered", member.CustomerId, licence.Id);
        }
    }

    private async Task AnnounceMember(Customer customer, Member member, List<Guid> managers, CancellationToken cancellationToken)
    {
        var accounts = await db.Users.AsNoTracking().Where(account => account.Id == member.AccountId || managers.Contains(account.Id)).ToListAsync(cancellationToken);
        var newcomer = accounts.Single(account => account.Id == member.AccountId);
        var receivers = accounts.Where(account => account != newcomer).Select(account => (Email: EmailAddress.Parse(account.Email!), account.Language))
            .Concat(customer.Contacts.Where(contact => contact.Email is not null).Select(contact => (Email: contact.Email!, Language: LanguageOf(customer.Details.Country))))
            .Where(receiver => !receiver.Email.Value.Equals(newcomer.Email, StringComparison.OrdinalIgnoreCase))
            .DistinctBy(receiver => receiver.Email.Normalized);
        foreach (var (email, language) in receivers)
        {
            // Each gets a link of their own: a forwarded mail shows by whom it was used.
            var (link, token) = MailedLink.Create(LinkPurpose.DisputeMember, member.Id, time.GetUtcNow() + DisputeTime);
            db.MailedLinks.Add(link);
            outbox.Add(email, language, () => AccessLetters.NewMember(customer.Details.Name, newcomer.Email!, member.Role, link.ExpiresAt, token), customer.Id);
        }
    }

    private static string LanguageOf(Country country) => country == Country.Czechia ? "cs" : country == Country.Slovakia ? "sk" : "en";
}
