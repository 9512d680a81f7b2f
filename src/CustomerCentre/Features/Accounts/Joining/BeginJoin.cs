using CustomerCentre.Data;
using CustomerCentre.Domain.Accounts;
using CustomerCentre.Domain.Identifiers;
using CustomerCentre.Features.Accounts.OldPasswords;
using CustomerCentre.Requests;
using CustomerCentre.Resources;
using CustomerCentre.Shell;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Features.Accounts.Joining;

/// <summary>Begins to join the account of another e-mail and mails the codes that can prove both. Answers alike whether the other e-mail has any.</summary>
public static class BeginJoin
{
    [Allow(Policies.InPerson)]
    public sealed class Command : IRequest<Result<Guid>>
    {
        public string Email { get; set; } = "";
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(command => command.Email).EmailAddress();
    }

    public sealed class Handler(CustomerCentreDb db, Tries tries, CallerDigits digits, OldPasswordLetters letters, CurrentUser user, TimeProvider time)
        : IRequestHandler<Command, Result<Guid>>
    {
        public async Task<Result<Guid>> Handle(Command command, CancellationToken cancellationToken)
        {
            var other = EmailAddress.Parse(command.Email);
            if (await tries.Take(TryLimits.Mail, other, cancellationToken) is { } wait)
                return Result<Guid>.Invalid("", wait);
            var (mine, theirs) = (CallerDigits.New(), CallerDigits.New());
            var join = new AccountJoin(Guid.CreateVersion7(time.GetUtcNow()), user.Id, other, digits.Protect(mine), digits.Protect(theirs), time.GetUtcNow() + AccountJoin.Lifetime);
            return await db.InTransaction(
                async token =>
                {
                    var account = await db.Users.AsNoTracking().SingleAsync(a => a.Id == user.Id, token);
                    var known = await db.AccountsOf(other).AsNoTracking().SingleOrDefaultAsync(token);
                    if (account.NormalizedEmail == other.Normalized || known?.Id == user.Id)
                        return Result<Guid>.Invalid(nameof(command.Email), OldPasswordsTexts.JoinOwnEmail);
                    var isOld = await db.OldPasswords.AnyAsync(old => old.NormalizedEmail == other.Normalized, token);
                    await db.AccountJoins.Where(earlier => earlier.AccountId == user.Id).ExecuteDeleteAsync(token);
                    db.AccountJoins.Add(join);
                    letters.SendJoinCode(EmailAddress.Parse(account.Email!), account.Language, mine);
                    // The mailbox of an account is its main one, also when another e-mail leads to it.
                    if (known is not null)
                        letters.SendJoinCode(EmailAddress.Parse(known.Email!), known.Language, theirs);
                    else if (isOld)
                        letters.SendJoinCode(other, Languages.Current, theirs);
                    await db.SaveChangesAsync(token);
                    return (Result<Guid>)join.Id;
                },
                cancellationToken);
        }
    }
}
