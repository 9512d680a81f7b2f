using CustomerCentre.Data;
using CustomerCentre.Domain.Identifiers;
using CustomerCentre.Mail;
using CustomerCentre.Requests;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Features.Partners.People;

/// <summary>Lets one of a partner's people in again who did not come for too long. Nobody does it alone: who is switched off no longer is a manager.</summary>
public static class SwitchPartnerPersonOn
{
    [Allow(Policies.SignedIn)]
    public sealed record Command(Guid AccountId) : IRequest<Result<Nothing>>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(command => command.AccountId).NotEmpty();
    }

    public sealed class Handler(CustomerCentreDb db, Outbox outbox, AuditTrail audit, CurrentUser user, TimeProvider time) : IRequestHandler<Command, Result<Nothing>>
    {
        public Task<Result<Nothing>> Handle(Command command, CancellationToken cancellationToken) => db.InTransaction(async token =>
        {
            if (await db.PartnerMemberFor(user, command.AccountId).SingleOrDefaultAsync(token) is not { } member)
                return Result<Nothing>.NotFound;
            if (!member.IsOffAt(time.GetUtcNow()))
                return new Nothing();

            member.UsedAt = time.GetUtcNow();
            audit.Add("PartnerPersonSwitchedOn", subjectId: member.AccountId);
            var account = await db.Users.AsNoTracking().SingleAsync(a => a.Id == member.AccountId, token);
            var partner = await db.Partners.AsNoTracking().SingleAsync(p => p.Id == member.PartnerId, token);
            outbox.Add(EmailAddress.Parse(account.Email!), account.Language, () => PartnerPeopleLetters.PartnerRoleChanged(partner.Name, member.Role));
            await db.SaveChangesAsync(token);
            return (Result<Nothing>)new Nothing();
        }, cancellationToken);
    }
}
