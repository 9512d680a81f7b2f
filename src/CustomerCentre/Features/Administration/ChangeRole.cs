using CustomerCentre.Data;
using CustomerCentre.Domain.Accounts;
using CustomerCentre.Domain.Identifiers;
using CustomerCentre.Mail;
using CustomerCentre.Requests;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Features.Administration;

/// <summary>What becomes of a role that somebody holds.</summary>
public enum RoleChange
{
    /// <summary>It lay idle for too long and works again.</summary>
    SwitchOn,

    /// <summary>It is gone.</summary>
    Take,
}

/// <summary>Switches a role of the operator's on again or takes it away; never one's own, so at least one operator administrator stays.</summary>
public static class ChangeRole
{
    [Allow(Policies.OperatorAdministrator)]
    public sealed record Command(Guid AccountId, OperatorRole Role, RoleChange Change) : IRequest<Result<Nothing>>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(command => command.AccountId).NotEmpty();
            RuleFor(command => command.Role).IsInEnum();
            RuleFor(command => command.Change).IsInEnum();
        }
    }

    public sealed class Handler(CustomerCentreDb db, Outbox outbox, CurrentUser user, AuditTrail audit, TimeProvider time) : IRequestHandler<Command, Result<Nothing>>
    {
        public Task<Result<Nothing>> Handle(Command command, CancellationToken cancellationToken) => db.InTransaction(async token =>
        {
            var now = time.GetUtcNow();
            if (command.AccountId == user.Id || !await db.IsStillAdministrator(user.Id, now, token))
                return Result<Nothing>.Refused;
            if (await db.StaffMembers.SingleOrDefaultAsync(staff => staff.AccountId == command.AccountId && staff.Role == command.Role, token) is not { } held)
                return Result<Nothing>.NotFound;

            var takes = command.Change == RoleChange.Take;
            if (takes)
                db.StaffMembers.Remove(held);
            else if (held.IsOffAt(now))
                held.UsedAt = now;
            else
                return new Nothing();
            audit.Add(takes ? "RoleTaken" : "RoleSwitchedOn", subjectId: held.AccountId, note: $"{held.Role}");
            var account = await db.Users.AsNoTracking().SingleAsync(a => a.Id == held.AccountId, token);
            outbox.Add(EmailAddress.Parse(account.Email!), account.Language, () => takes ? StaffLetters.RoleTaken(held.Role) : StaffLetters.RoleGiven(held.Role));
            await db.SaveChangesAsync(token);
            return (Result<Nothing>)new Nothing();
        }, cancellationToken);
    }
}
