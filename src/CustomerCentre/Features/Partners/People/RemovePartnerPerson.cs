using CustomerCentre.Data;
using CustomerCentre.Domain.Identifiers;
using CustomerCentre.Mail;
using CustomerCentre.Requests;
using CustomerCentre.Resources;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Features.Partners.People;

/// <summary>Ends somebody's work for a partner. The last manager may not leave; the operator may still remove one who left without a word.</summary>
public static class RemovePartnerPerson
{
    [Allow(Policies.SignedIn)]
    public sealed record Command(Guid AccountId) : IRequest<Result<Nothing>>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(command => command.AccountId).NotEmpty();
    }

    public sealed class Handler(CustomerCentreDb db, Outbox outbox, AuditTrail audit, CurrentUser user) : IRequestHandler<Command, Result<Nothing>>
    {
        public Task<Result<Nothing>> Handle(Command command, CancellationToken cancellationToken) => db.InTransaction(async token =>
        {
            if (await db.PartnerMemberFor(user, command.AccountId).SingleOrDefaultAsync(token) is not { } member)
                return Result<Nothing>.NotFound;
            if (member.AccountId == user.Id && await db.IsLastManager(member, token))
                return Result<Nothing>.Invalid("", PeopleTexts.LastManager);

            db.PartnerMembers.Remove(member);
            audit.Add("PartnerPersonRemoved", subjectId: member.AccountId);
            var account = await db.Users.AsNoTracking().SingleAsync(a => a.Id == member.AccountId, token);
            var partner = await db.Partners.AsNoTracking().SingleAsync(p => p.Id == member.PartnerId, token);
            outbox.Add(EmailAddress.Parse(account.Email!), account.Language, () => PartnerPeopleLetters.PartnerPersonRemoved(partner.Name));
            await db.SaveChangesAsync(token);
            return (Result<Nothing>)new Nothing();
        }, cancellationToken);
    }
}
