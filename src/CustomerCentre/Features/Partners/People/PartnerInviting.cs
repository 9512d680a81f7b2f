using CustomerCentre.Data;
using CustomerCentre.Domain.Accounts;
using CustomerCentre.Domain.Identifiers;
using CustomerCentre.Domain.Partners;
using CustomerCentre.Mail;
using CustomerCentre.Requests;
using CustomerCentre.Resources;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Features.Partners.People;

/// <summary>Invites somebody to work for a partner. Whether the person has an account or works for another partner is not told here: that is found out at acceptance.</summary>
public sealed class PartnerInviting(CustomerCentreDb db, Attempts attempts, Outbox outbox, AuditTrail audit, CurrentUser user, TimeProvider time)
{
    internal static readonly AttemptLimit PerPartner = new("PartnerInvitation", 50, TimeSpan.FromDays(1));

    /// <summary>Writes and mails the invitation in a transaction of its own; sent twice under one id, it is one.</summary>
    public async Task<Result<Nothing>> Invite(Guid id, Guid partnerId, EmailAddress email, PartnerRole role, CancellationToken cancellationToken)
    {
        if (!await attempts.Take(PerPartner, $"{partnerId}", cancellationToken))
            return Result<Nothing>.Invalid("", PeopleTexts.TooManyInvitations);
        return await db.InTransaction(token => Write(id, partnerId, email, role, token), cancellationToken);
    }

    private async Task<Result<Nothing>> Write(Guid id, Guid partnerId, EmailAddress email, PartnerRole role, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (await db.PartnerInvitations.AnyAsync(earlier => earlier.Id == id, cancellationToken))
            return new Nothing();
        if (await db.PartnerMembers.AnyAsync(m => m.PartnerId == partnerId && db.Users.Any(a => a.Id == m.AccountId && a.NormalizedEmail == email.Normalized), cancellationToken))
            return Result<Nothing>.Invalid("Email", PeopleTexts.WorksHere);

        var oldest = now - PartnerInvitation.Lifetime;
        var open = await db.PartnerInvitations.Where(i => i.PartnerId == partnerId && i.AcceptedAt == null && i.CreatedAt > oldest).ToListAsync(cancellationToken);
        // A new invitation replaces the one that the same person was sent before.
        foreach (var earlier in open.FindAll(i => i.Email.Normalized == email.Normalized))
        {
            await db.Cancel(earlier, now, cancellationToken);
            open.Remove(earlier);
        }

        if (open.Count >= PartnerInvitation.MostOpen)
            return Result<Nothing>.Invalid("", PeopleTexts.TooManyInvitations);

        var partner = await db.Partners.AsNoTracking().SingleAsync(p => p.Id == partnerId, cancellationToken);
        var me = await db.Users.AsNoTracking().SingleAsync(a => a.Id == user.Id, cancellationToken);
        var known = await db.Users.Where(a => a.NormalizedEmail == email.Normalized).Select(a => a.Language).SingleOrDefaultAsync(cancellationToken);
        var invitation = new PartnerInvitation(id, partnerId, email, role, me.Id, now);
        var (link, secret) = MailedLink.Create(LinkPurpose.JoinPartner, id, invitation.ExpiresAt);
        db.AddRange(invitation, link);
        audit.Add("PartnerInvited", subjectId: id, note: $"{role}, partner {partner.Code}");
        outbox.Add(email, known ?? me.Language, () => PartnerPeopleLetters.PartnerInvited(partner.Name, me.Name ?? me.Email!, role, link.ExpiresAt, secret));
        await db.SaveChangesAsync(cancellationToken);
        return new Nothing();
    }
}

/// <summary>How an invitation comes to nothing.</summary>
internal static class PartnerInvitationEnd
{
    /// <summary>Removes an invitation that waits; its link stays, so that who opens it reads that its time is over.</summary>
    public static async Task Cancel(this CustomerCentreDb db, PartnerInvitation invitation, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var links = await db.MailedLinks.Where(link => link.SubjectId == invitation.Id && link.Purpose == LinkPurpose.JoinPartner && link.UsedAt == null).ToListAsync(cancellationToken);
        links.ForEach(link => link.Replace(now));
        db.PartnerInvitations.Remove(invitation);
    }
}
