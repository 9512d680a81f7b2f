using CustomerCentre.Data;
using CustomerCentre.Domain.Accounts;
using CustomerCentre.Domain.Identifiers;
using CustomerCentre.Requests;
using CustomerCentre.Resources;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Features.Accounts;

/// <summary>Support has the link to a new password mailed to a person of an opened customer. Only who reads that mail sets the password.</summary>
public static class MailPasswordLink
{
    internal static readonly AttemptLimit PerPerson = new("StaffPasswordLink", 3, TimeSpan.FromHours(1));

    [Allow(Policies.SupportStaff)]
    public sealed record Command(string CustomerNumber, Guid AccountId) : IRequest<Result<Nothing>>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(command => command.AccountId).NotEmpty();
    }

    public sealed class Handler(CustomerCentreDb db, Attempts attempts, LinkDesk links, AccountLetters letters, CurrentUser user, AuditTrail audit, TimeProvider time)
        : IRequestHandler<Command, Result<Nothing>>
    {
        public Task<Result<Nothing>> Handle(Command command, CancellationToken cancellationToken) => db.InTransaction(async token =>
        {
            var member = await db.MembersInReach(user.Id, command.CustomerNumber, time.GetUtcNow()).AsNoTracking()
                .SingleOrDefaultAsync(m => m.AccountId == command.AccountId, token);
            if (member is null)
                return Result<Nothing>.NotFound;
            if (!await attempts.Take(PerPerson, $"{member.AccountId}", token))
                return Result<Nothing>.Invalid("", CallsTexts.MailsTooMany);

            var account = await db.Users.AsNoTracking().SingleAsync(a => a.Id == member.AccountId, token);
            var link = await links.Issue(LinkPurpose.ResetPassword, account.Id, time.GetUtcNow() + AccountLetters.ResetLives, token);
            letters.SendResetLink(EmailAddress.Parse(account.Email!), account.Language, link);
            audit.Add("PasswordLinkSentByStaff", member.CustomerId, account.Id);
            await db.SaveChangesAsync(token);
            return (Result<Nothing>)new Nothing();
        }, cancellationToken);
    }
}
