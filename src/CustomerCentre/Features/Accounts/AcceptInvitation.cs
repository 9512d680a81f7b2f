using CustomerCentre.Data;
using CustomerCentre.Domain.Accounts;
using CustomerCentre.Domain.Identifiers;
using CustomerCentre.Domain.Partners;
using CustomerCentre.Requests;
using CustomerCentre.Resources;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Features.Accounts;

/// <summary>
/// Uses an invitation's link up: the person it was mailed to becomes a member of the customer, or one of the partner's people. A forwarded link is good for nobody
/// else. Who accepted it and still belongs there hears the same again.
/// </summary>
public static class AcceptInvitation
{
    internal static readonly IReadOnlyCollection<LinkPurpose> Purposes = [LinkPurpose.AcceptInvitation, LinkPurpose.JoinPartner];

    [Allow(Policies.SignedIn)]
    public sealed class Command : IRequest<Result<Nothing>>
    {
        public string? Token { get; set; }
    }

    public sealed class Validator : AbstractValidator<Command>;

    public sealed class Handler(CustomerCentreDb db, LinkDesk links, CurrentUser user, AuditTrail audit, TimeProvider time) : IRequestHandler<Command, Result<Nothing>>
    {
        public Task<Result<Nothing>> Handle(Command command, CancellationToken cancellationToken) => db.InTransaction(async token =>
        {
            if (await links.Find(Purposes, command.Token, token) is not { } link)
                return Result<Nothing>.NotFound;
            return link.Purpose == LinkPurpose.JoinPartner ? await JoinPartner(link, token) : await JoinCustomer(link, token);
        }, cancellationToken);

        private async Task<Result<Nothing>> JoinCustomer(MailedLink link, CancellationToken cancellationToken)
        {
            var invitation = await db.Invitations.SingleOrDefaultAsync(i => i.Id == link.SubjectId, cancellationToken);
            if (invitation is null || !await IsMine(invitation.Email, cancellationToken))
                return Result<Nothing>.NotFound;
            var customer = await db.Customers.Include(c => c.Members).SingleAsync(c => c.Id == invitation.CustomerId, cancellationToken);
            var condition = links.ConditionOf(link);
            if (condition == LinkCondition.Used && customer.Members.Any(m => m.AccountId == user.Id))
                return new Nothing();
            if (condition != LinkCondition.Valid)
                return Result<Nothing>.NotFound;

            var now = time.GetUtcNow();
            link.Use(now);
            invitation.AcceptedAt = now;
            var member = customer.Admit(user.Id, invitation.Role, now);
            audit.Add("InvitationAccepted", customer.Id, member.Id);
            await db.SaveChangesAsync(cancellationToken);
            return new Nothing();
        }

        private async Task<Result<Nothing>> JoinPartner(MailedLink link, CancellationToken cancellationToken)
        {
            var invitation = await db.PartnerInvitations.SingleOrDefaultAsync(i => i.Id == link.SubjectId, cancellationToken);
            if (invitation is null || !await IsMine(invitation.Email, cancellationToken))
                return Result<Nothing>.NotFound;
            var works = await db.PartnerMembers.AsNoTracking().SingleOrDefaultAsync(m => m.AccountId == user.Id, cancellationToken);
            var condition = links.ConditionOf(link);
            if (condition == LinkCondition.Used && works?.PartnerId == invitation.PartnerId)
                return new Nothing();
            if (condition != LinkCondition.Valid)
                return Result<Nothing>.NotFound;
            // Only the invited person is told; who invites never learns for whom somebody works.
            if (works is not null && works.PartnerId != invitation.PartnerId)
                return Result<Nothing>.Invalid("", PeopleTexts.WorksElsewhere);

            var now = time.GetUtcNow();
            link.Use(now);
            invitation.AcceptedAt = now;
            if (works is null)
                db.PartnerMembers.Add(new PartnerMember(invitation.PartnerId, user.Id, invitation.Role, now));
            audit.Add("PartnerJoined", subjectId: invitation.Id);
            await db.SaveChangesAsync(cancellationToken);
            return new Nothing();
        }

        private Task<bool> IsMine(EmailAddress invited, CancellationToken cancellationToken) =>
            db.AccountsOf(invited).AnyAsync(account => account.Id == user.Id && account.EmailConfirmed, cancellationToken);
    }
}
