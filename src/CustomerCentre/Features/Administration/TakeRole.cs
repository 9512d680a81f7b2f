using CustomerCentre.Data;
using CustomerCentre.Domain.Accounts;
using CustomerCentre.Domain.Identifiers;
using CustomerCentre.Mail;
using CustomerCentre.Requests;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Features.Administration;

/// <summary>Takes a role of the operator's away, never one's own: so at least one operator administrator stays.</summary>
public static class TakeRole
{
    [Allow(Policies.OperatorAdministrator)]
    public sealed record Command(Guid AccountId, OperatorRole Role) : IRequest<Result<Nothing>>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(command => command.AccountId).NotEmpty();
            RuleFor(command => command.Role).IsInEnum();
        }
    }

    public sealed class Handler(CustomerCentreDb db, Outbox outbox, CurrentUser user, AuditTrail audit, TimeProvider time) : IRequestHandler<Command, Result<Nothing>>
    {
        public Task<Result<Nothing>> Handle(Command command, CancellationToken cancellationToken) => db.InTransaction(async token =>
        {
            if (command.AccountId == user.Id || !await db.IsStillAdministrator(user.Id, time.GetUtcNow(), token))
                return Result<Nothing>.Refused;
            if (await db.StaffMembers.SingleOrDefaultAsync(staff => staff.AccountId == command.AccountId && staff.Role == command.Role, token) is not { } held)
                return Result<Nothing>.NotFound;

            db.StaffMembers.Remove(held);
            audit.Add("RoleTaken", subjectId: held.AccountId, note: $"{held.Role}");
            var account = await db.Users.AsNoTracking().SingleAsync(a => a.Id == held.AccountId, token);
            outbox.Add(EmailAddress.Parse(account.Email!), account.Language, () => StaffLetters.RoleTaken(held.Role));
            await db.SaveChangesAsync(token);
            return (Result<Nothing>)new Nothing();
        }, cancellationToken);
    }
}
