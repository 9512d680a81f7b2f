using CustomerCentre.Data;
using CustomerCentre.Domain.Identifiers;
using CustomerCentre.Requests;
using CustomerCentre.Resources;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Features.Accounts;

/// <summary>Support has the mail of a waiting sign-up sent once more to a person of an opened customer: a link, or the way to the account the e-mail has already.</summary>
public static class MailConfirmationAgain
{
    internal static readonly AttemptLimit PerPerson = new("StaffConfirmation", 3, TimeSpan.FromHours(1));

    [Allow(Policies.SupportStaff)]
    public sealed record Command(string CustomerNumber, Guid AccountId) : IRequest<Result<Nothing>>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(command => command.AccountId).NotEmpty();
    }

    public sealed class Handler(CustomerCentreDb db, Attempts attempts, AccountLetters letters, CurrentUser user, AuditTrail audit, TimeProvider time)
        : IRequestHandler<Command, Result<Nothing>>
    {
        public Task<Result<Nothing>> Handle(Command command, CancellationToken cancellationToken) => db.InTransaction(async token =>
        {
            var now = time.GetUtcNow();
            var member = await db.MembersInReach(user.Id, command.CustomerNumber, now).AsNoTracking().SingleOrDefaultAsync(m => m.AccountId == command.AccountId, token);
            if (member is null)
                return Result<Nothing>.NotFound;
            if (!await attempts.Take(PerPerson, $"{member.AccountId}", token))
                return Result<Nothing>.Invalid("", CallsTexts.MailsTooMany);

            var email = EmailAddress.Parse(await db.Users.Where(a => a.Id == member.AccountId).Select(a => a.Email!).SingleAsync(token));
            var signUp = await db.PendingSignUps(email, now).OrderByDescending(s => s.CreatedAt).FirstOrDefaultAsync(token);
            if (signUp is null)
                return Result<Nothing>.Invalid("", CallsTexts.NothingToConfirm);
            await letters.AnswerSignUp(signUp, token);
            audit.Add("ConfirmationSentByStaff", member.CustomerId, member.AccountId);
            await db.SaveChangesAsync(token);
            return (Result<Nothing>)new Nothing();
        }, cancellationToken);
    }
}
