using CustomerCentre.Data;
using CustomerCentre.Domain.Accounts;
using CustomerCentre.Domain.Partners;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Features.Partners.People;

/// <summary>The people of one partner, a page of them, and the invitations that wait.</summary>
/// <param name="Open">At most as many as may wait at a time.</param>
public sealed record PartnerPeople(IReadOnlyList<PartnerPerson> Rows, int Page, int Pages, int Total, IReadOnlyList<OpenInvitation> Open)
{
    public const int PageSize = 25;

    internal static async Task<PartnerPeople> Read(CustomerCentreDb db, Guid partnerId, int page, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var all = db.PartnerMembers.AsNoTracking().Where(member => member.PartnerId == partnerId);
        var total = await all.CountAsync(cancellationToken);
        var pages = Math.Max(1, (total + PageSize - 1) / PageSize);
        page = Math.Clamp(page, 1, pages);
        var rows = await all.Join(db.Users, member => member.AccountId, account => account.Id, (Member, Account) => new { Member, Account.Name, Account.Email })
            .OrderBy(row => EF.Functions.Collate(row.Name ?? row.Email!, db.NameOrder)).ThenBy(row => row.Member.AccountId)
            .Skip((page - 1) * PageSize).Take(PageSize).ToListAsync(cancellationToken);

        var oldest = now - PartnerInvitation.Lifetime;
        var open = await db.PartnerInvitations.AsNoTracking()
            .Where(invitation => invitation.PartnerId == partnerId && invitation.AcceptedAt == null && invitation.CreatedAt > oldest)
            .OrderByDescending(invitation => invitation.CreatedAt).ThenBy(invitation => invitation.Id).Take(PartnerInvitation.MostOpen).ToListAsync(cancellationToken);
        return new(
            [.. rows.Select(row => PartnerPerson.Of(row.Member, row.Name, row.Email!, now))], page, pages, total,
            [.. open.Select(invitation => new OpenInvitation(invitation.Id, invitation.Email.Value, invitation.Role, invitation.ExpiresAt))]);
    }
}

/// <summary>One of a partner's people.</summary>
/// <param name="UsedAt">When the person last came, or joined.</param>
/// <param name="IsOff">Switched off, because the person did not come for <see cref="StaffMember.IdleDays"/> days.</param>
public sealed record PartnerPerson(Guid AccountId, string? Name, string Email, PartnerRole Role, DateTimeOffset Since, DateTimeOffset UsedAt, bool IsOff)
{
    internal static PartnerPerson Of(PartnerMember member, string? name, string email, DateTimeOffset now) =>
        new(member.AccountId, name, email, member.Role, member.Since, member.UsedAt, member.IsOffAt(now));
}

/// <summary>An invitation that nobody has accepted yet.</summary>
public sealed record OpenInvitation(Guid Id, string Email, PartnerRole Role, DateTimeOffset ExpiresAt);
