using CustomerCentre.Data;
using CustomerCentre.Domain.Accounts;
using CustomerCentre.Forms;
using CustomerCentre.Requests;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CustomerCentre.Features.Cookies;

/// <summary>Takes back what a person allowed in one browser, from any other; that browser learns of it within a minute.</summary>
public static class WithdrawConsent
{
    [Allow(Policies.InPerson)]
    public sealed class Command : IRequest<Result<Nothing>>
    {
        public Guid Reference { get; set; }
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(command => command.Reference).Required();
    }

    public sealed class Handler(CustomerCentreDb db, CurrentUser user, ConsentBook book, IOptions<ConsentOptions> options, TimeProvider time)
        : IRequestHandler<Command, Result<Nothing>>
    {
        public async Task<Result<Nothing>> Handle(Command command, CancellationToken cancellationToken)
        {
            var isDone = await db.InTransaction(token => Withdraw(command.Reference, token), cancellationToken);
            book.Forget(command.Reference);
            return isDone ? new Nothing() : Result<Nothing>.NotFound;
        }

        private async Task<bool> Withdraw(Guid reference, CancellationToken token)
        {
            // One chosen before signing in belongs to nobody yet: only its own browser knows the reference.
            var owners = await db.Consents.Where(consent => consent.Reference == reference).Select(consent => consent.AccountId).Distinct().ToListAsync(token);
            if (owners.Count == 0 || (!owners.Contains(user.Id) && owners.Any(owner => owner is not null)))
                return false;
            if ((await db.Consents.NewestOf(reference).FirstAsync(token)).Groups == CookieGroups.Necessary)
                return true;
            var at = await db.Consents.NextMoment(reference, time.GetUtcNow(), token);
            db.Consents.Add(new(Guid.NewGuid(), reference, CookieGroups.Necessary, options.Value.TextVersion, at, user.Id));
            await db.SaveChangesAsync(token);
            return true;
        }
    }
}
