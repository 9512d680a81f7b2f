using CustomerCentre.Data;
using CustomerCentre.Domain.Accounts;
using CustomerCentre.Requests;
using CustomerCentre.Resources;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CustomerCentre.Features.Cookies;

/// <summary>Writes down what somebody allowed or refused. Sent twice it is one choice; the same id with another choice, from a page gone back to, is another.</summary>
public static class ChooseCookies
{
    /// <summary>Choices from one network: enough for a large office, and no way to fill the database.</summary>
    public static readonly AttemptLimit Limit = new("CookieChoice", 500, TimeSpan.FromHours(1));

    [Allow(Policies.Anyone)]
    public sealed record Command(Guid Id, CookieGroups Groups, Guid? Reference) : IRequest<Result<ConsentChoice>>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(command => command.Id).NotEmpty();
            RuleFor(command => command.Groups).IsInEnum();
        }
    }

    public sealed class Handler(CustomerCentreDb db, CurrentUser user, Attempts attempts, ConsentBook book, IOptions<ConsentOptions> options, TimeProvider time)
        : IRequestHandler<Command, Result<ConsentChoice>>
    {
        public async Task<Result<ConsentChoice>> Handle(Command command, CancellationToken cancellationToken)
        {
            if (user.Network.Length > 0 && !await attempts.Take(Limit, user.Network, cancellationToken))
                return Unproven(command);
            var consent = await db.InTransaction(token => Keep(command, token), cancellationToken);
            book.Forget(consent.Reference);
            return new ConsentChoice(consent.Reference, consent.Groups, consent.TextVersion, consent.At);
        }

        private async Task<Consent> Keep(Command command, CancellationToken token)
        {
            var sent = await db.Consents.AsNoTracking().SingleOrDefaultAsync(consent => consent.Id == command.Id, token);
            if (sent is not null && sent.Groups == command.Groups && sent.TextVersion == options.Value.TextVersion)
                return sent;

            var id = sent is null ? command.Id : Guid.NewGuid();
            var reference = command.Reference is { } carried && !await IsOfAnother(carried, token) ? carried : Guid.NewGuid();
            if (user.AccountId is not null)
                await db.Consents.Where(earlier => earlier.Reference == reference && earlier.AccountId == null)
                    .ExecuteUpdateAsync(set => set.SetProperty(earlier => earlier.AccountId, user.AccountId), token);
            var at = await db.Consents.NextMoment(reference, time.GetUtcNow(), token);
            var consent = new Consent(id, reference, command.Groups, options.Value.TextVersion, at, user.AccountId);
            db.Consents.Add(consent);
            await db.SaveChangesAsync(token);
            return consent;
        }

        // Two people at one browser: the second one begins a reference of the own, so that neither reads the other's choices.
        private async Task<bool> IsOfAnother(Guid reference, CancellationToken token) =>
            user.AccountId is not null && await db.Consents.AnyAsync(consent => consent.Reference == reference && consent.AccountId != null && consent.AccountId != user.AccountId, token);

        // Refusing always works; consent that cannot be proven is none.
        private Result<ConsentChoice> Unproven(Command command) => command.Groups == CookieGroups.Necessary
            ? new ConsentChoice(Guid.NewGuid(), CookieGroups.Necessary, options.Value.TextVersion, time.GetUtcNow())
            : Result<ConsentChoice>.Invalid("", CookiesTexts.TooMany);
    }
}
