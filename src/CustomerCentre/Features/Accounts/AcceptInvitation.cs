using CustomerCentre.Data;
using CustomerCentre.Domain.Accounts;
using CustomerCentre.Requests;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Features.Accounts;

/// <summary>
/// Uses an invitation's link up: the person it was mailed to becomes a member of the customer. A forwarded link is good for nobody else. Who accepted it and still
/// is a member hears the same again.
/// </summary>
public static class AcceptInvitation
{
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
            var link = await links.Find(LinkPurpose.AcceptInvitation, command.Token, token);
            var id = link?.SubjectId;
            var account = await db.Users.AsNoTracking().SingleAsync(a => a.Id == user.Id, token);
            var invitation = await db.Invitations.SingleOrDefaultAsync(i => i.Id == id, token);
            if (invitation is null || !account.EmailConfirmed || invitation.Email.Normalized != account.NormalizedEmail)
                return Result<Nothing>.NotFound;
            var customer = await db.Customers.Include(c => c.Members).SingleAsync(c => c.Id == invitation.CustomerId, token);
            var condition = links.ConditionOf(link);
            if (condition == LinkCondition.Used && customer.Members.Any(m => m.AccountId == user.Id))
                return new Nothing();
            if (condition != LinkCondition.Valid)
                return Result<Nothing>.NotFound;

            var now = time.GetUtcNow();
            link!.Use(now);
            invitation.AcceptedAt = now;
            var member = customer.Admit(user.Id, invitation.Role, now);
            audit.Add("InvitationAccepted", customer.Id, member.Id);
            await db.SaveChangesAsync(token);
            return new Nothing();
        }, cancellationToken);
    }
}
