using CustomerCentre.Data;
using CustomerCentre.Domain.Identifiers;
using CustomerCentre.Mail;
using CustomerCentre.Requests;
using CustomerCentre.Resources;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Features.Accounts;

/// <summary>Support lets a person of an opened customer, locked out by wrong passwords, try again at every place. The password stays what it is.</summary>
public static class UnlockSignIn
{
    [Allow(Policies.SupportStaff)]
    public sealed record Command(string CustomerNumber, Guid AccountId) : IRequest<Result<Nothing>>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(command => command.AccountId).NotEmpty();
    }

    public sealed class Handler(CustomerCentreDb db, Tries tries, Outbox outbox, CurrentUser user, AuditTrail audit, TimeProvider time) : IRequestHandler<Command, Result<Nothing>>
    {
        public Task<Result<Nothing>> Handle(Command command, CancellationToken cancellationToken) => db.InTransaction(async token =>
        {
            var member = await db.MembersInReach(user.Id, command.CustomerNumber, time.GetUtcNow()).AsNoTracking()
                .SingleOrDefaultAsync(m => m.AccountId == command.AccountId, token);
            if (member is null)
                return Result<Nothing>.NotFound;

            var account = await db.Users.AsNoTracking().SingleAsync(a => a.Id == member.AccountId, token);
            var email = EmailAddress.Parse(account.Email!);
            // Pressed twice, it is unlocked once and told once.
            if (await tries.LockedUntil(TryLimits.Password, email, token) is null && !await tries.IsPressed(TryLimits.Password, email, token))
                return new Nothing();
            await tries.Unlock(TryLimits.Password, email, token);
            audit.Add("SignInUnlocked", member.CustomerId, account.Id);
            outbox.Add(email, account.Language, Write);
            await db.SaveChangesAsync(token);
            return (Result<Nothing>)new Nothing();
        }, cancellationToken);

        private static Letter Write() => new(
            "SignInUnlocked", CallsTexts.UnlockedSubject, [CallsTexts.UnlockedWhat, CallsTexts.UnlockedStranger], new LetterButton(AccountsTexts.SignIn, "/account/sign-in"));
    }
}
