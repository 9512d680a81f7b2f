using CustomerCentre.Data;
using CustomerCentre.Domain.Accounts;
using CustomerCentre.Domain.Identifiers;
using CustomerCentre.Forms;
using CustomerCentre.Mail;
using CustomerCentre.Requests;
using CustomerCentre.Resources;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Features.Administration;

/// <summary>Gives a role of the operator's to an account, never to oneself. Given again, a role that lay idle is switched on.</summary>
public static class GiveRole
{
    [Allow(Policies.OperatorAdministrator)]
    public sealed class Command : IRequest<Result<Nothing>>
    {
        public string Email { get; set; } = "";
        public OperatorRole? Role { get; set; }
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(command => command.Email).Cascade(CascadeMode.Stop).Required(() => PeopleTexts.EmailMissing).Email();
            RuleFor(command => command.Role).Must(role => role is { } chosen && Enum.IsDefined(chosen)).WithMessage(_ => PeopleTexts.RoleMissing);
        }
    }

    public sealed class Handler(CustomerCentreDb db, Outbox outbox, CurrentUser user, AuditTrail audit, TimeProvider time) : IRequestHandler<Command, Result<Nothing>>
    {
        public Task<Result<Nothing>> Handle(Command command, CancellationToken cancellationToken) => db.InTransaction(async token =>
        {
            var (email, role, now) = (EmailAddress.Parse(command.Email), command.Role!.Value, time.GetUtcNow());
            if (await db.AccountsOf(email).AsNoTracking().SingleOrDefaultAsync(a => a.EmailConfirmed, token) is not { } account)
                return Result<Nothing>.Invalid(nameof(command.Email), PeopleTexts.NoAccount);
            if (account.Id == user.Id)
                return Result<Nothing>.Invalid(nameof(command.Email), PeopleTexts.NotYourself);
            if (!await db.IsStillAdministrator(user.Id, now, token))
                return Result<Nothing>.Refused;

            var held = await db.StaffMembers.SingleOrDefaultAsync(staff => staff.AccountId == account.Id && staff.Role == role, token);
            if (held?.IsOffAt(now) == false)
                return Result<Nothing>.Invalid(nameof(command.Role), PeopleTexts.RoleHeld);
            if (held is null)
                db.StaffMembers.Add(new StaffMember(account.Id, role, now));
            else
                held.UsedAt = now;
            audit.Add(held is null ? "RoleGiven" : "RoleSwitchedOn", subjectId: account.Id, note: $"{role}");
            outbox.Add(EmailAddress.Parse(account.Email!), account.Language, () => StaffLetters.RoleGiven(role));
            await db.SaveChangesAsync(token);
            return (Result<Nothing>)new Nothing();
        }, cancellationToken);
    }
}
