using System.Globalization;
using CustomerCentre.Data;
using CustomerCentre.Domain;
using CustomerCentre.Domain.Accounts;
using CustomerCentre.Requests;
using CustomerCentre.Resources;
using CustomerCentre.Shell;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Features.Accounts.OldPasswords;

/// <summary>Sets the day on which the old passwords that are left are deleted, or takes it back with an empty one. Whoever has not come by then resets the password.</summary>
public static class SetOldPasswordsEnd
{
    [Allow(Policies.OperatorAdministrator)]
    public sealed class Command : IRequest<Result<Nothing>>
    {
        public DateOnly? Day { get; set; }
        public bool IsMeant { get; set; }
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(command => command.IsMeant).Equal(true).WithMessage(_ => OldAccountsTexts.EndNotMeant);
    }

    public sealed class Handler(CustomerCentreDb db, AuditTrail audit, TimeProvider time) : IRequestHandler<Command, Result<Nothing>>
    {
        public Task<Result<Nothing>> Handle(Command command, CancellationToken cancellationToken) => db.InTransaction(async token =>
        {
            var (today, now) = (time.Today(), time.GetUtcNow());
            if (command.Day is { } asked && (asked <= today || asked > today.AddMonths(OldPasswordsEnd.MostMonths)))
                return Result<Nothing>.Invalid(
                    nameof(command.Day), string.Format(CultureInfo.CurrentCulture, OldAccountsTexts.EndOutside, today.AddDays(1).ToText(), today.AddMonths(OldPasswordsEnd.MostMonths).ToText()));
            var end = await db.OldPasswordsEnd.SingleOrDefaultAsync(token);
            if (end?.On == command.Day)
                return new Nothing();
            if (command.Day is not { } day)
                db.OldPasswordsEnd.Remove(end!);
            else if (end is null)
                db.OldPasswordsEnd.Add(new OldPasswordsEnd(day, now));
            else
                end.Move(day, now);
            audit.Add("OldPasswordsEndSet", note: command.Day?.ToString("O", CultureInfo.InvariantCulture));
            await db.SaveChangesAsync(token);
            return (Result<Nothing>)new Nothing();
        }, cancellationToken);
    }
}
