using CustomerCentre.Data;
using CustomerCentre.Domain.Licences;
using CustomerCentre.Requests;
using CustomerCentre.Resources;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Features.Registrations;

/// <summary>Who registered a product takes it back within a day, unless they may only look by now.</summary>
public static class UndoRegistration
{
    [Allow(Policies.SignedIn)]
    public sealed record Command(Guid RegistrationId) : IRequest<Result<Nothing>>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(command => command.RegistrationId).NotEmpty();
    }

    public sealed class Handler(CustomerCentreDb db, CurrentUser user, AuditTrail audit, TimeProvider time) : IRequestHandler<Command, Result<Nothing>>
    {
        public Task<Result<Nothing>> Handle(Command command, CancellationToken cancellationToken) => db.InTransaction(async token =>
        {
            var registration = await db.Registrations.SingleOrDefaultAsync(
                r => r.Id == command.RegistrationId && r.AccountId == user.Id && db.Members.Any(m => m.CustomerId == r.CustomerId && m.AccountId == user.Id), token);
            if (registration is null)
                return Result<Nothing>.NotFound;
            var member = await db.Members.SingleAsync(m => m.CustomerId == registration.CustomerId && m.AccountId == user.Id, token);
            if (!member.MayWrite())
                return Result<Nothing>.Refused;
            if (registration.UndoneAt is not null)
                return new Nothing();
            var licence = await db.Licences.Include(l => l.SupportPeriods).SingleAsync(l => l.Id == registration.LicenceId, token);
            if (!registration.CanBeUndoneBy(user.Id, time.GetUtcNow()) || licence.State != LicenceState.Registered || licence.CustomerId != registration.CustomerId)
                return Result<Nothing>.Invalid("", RegistrationsTexts.UndoTooLate);

            registration.Undo(time.GetUtcNow());
            db.SupportPeriods.RemoveRange(licence.UndoRegistration());
            audit.Add("RegistrationUndone", registration.CustomerId, licence.Id);
            await db.SaveChangesAsync(token);
            return (Result<Nothing>)new Nothing();
        }, cancellationToken);
    }
}
