using CustomerCentre.Data;
using CustomerCentre.Domain.Identifiers;
using CustomerCentre.Domain.Partners;
using CustomerCentre.Mail;
using CustomerCentre.Requests;
using CustomerCentre.Resources;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Features.Partners.People;

/// <summary>Makes one of a partner's people a manager or a colleague. The last manager stays one until there is another.</summary>
public static class ChangePartnerRole
{
    [Allow(Policies.SignedIn)]
    public sealed record Command(Guid AccountId, PartnerRole Role) : IRequest<Result<Nothing>>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(command => command.AccountId).NotEmpty();
            RuleFor(command => command.Role).IsInEnum();
        }
    }

    public sealed class Handler(CustomerCentreDb db, Outbox outbox, AuditTrail audit, CurrentUser user) : IRequestHandler<Command, Result<Nothing>>
    {
        public Task<Result<Nothing>> Handle(Command command, CancellationToken cancellationToken) => db.InTransaction(async token =>
        {
            if (await db.PartnerMemberFor(user, command.AccountId).SingleOrDefaultAsync(token) is not { } member)
                return Result<Nothing>.NotFound;
            if (member.Role == command.Role)
                return new Nothing();
            if (await db.IsLastManager(member, token))
                return Result<Nothing>.Invalid("", PeopleTexts.LastManager);

            member.Role = command.Role;
            audit.Add("PartnerRoleChanged", subjectId: member.AccountId, note: $"{member.Role}");
            var account = await db.Users.AsNoTracking().SingleAsync(a => a.Id == member.AccountId, token);
            var partner = await db.Partners.AsNoTracking().SingleAsync(p => p.Id == member.PartnerId, token);
            outbox.Add(EmailAddress.Parse(account.Email!), account.Language, () => PartnerPeopleLetters.PartnerRoleChanged(partner.Name, member.Role));
            await db.SaveChangesAsync(token);
            return (Result<Nothing>)new Nothing();
        }, cancellationToken);
    }
}

/// <summary>A partner keeps a manager as long as it has people.</summary>
internal static class LastManagers
{
    public static async Task<bool> IsLastManager(this CustomerCentreDb db, PartnerMember member, CancellationToken cancellationToken) =>
        member.Role == PartnerRole.Manager
        && !await db.PartnerMembers.AnyAsync(m => m.PartnerId == member.PartnerId && m.AccountId != member.AccountId && m.Role == PartnerRole.Manager, cancellationToken);
}
