using CustomerCentre.Data;
using CustomerCentre.Domain.Identifiers;
using CustomerCentre.Requests;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Features.Onboarding;

/// <summary>
/// Closes a wizard that led to a customer which was there before, or to a request for access. One that opens a customer is closed by the registration itself.
/// </summary>
public static class FinishDraft
{
    /// <param name="CustomerNumber">The customer the person acts for now; nothing when a request waits.</param>
    [Allow(Policies.SignedIn)]
    public sealed record Command(Guid Id, string? CustomerNumber) : IRequest<Result<Nothing>>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(command => command.Id).NotEmpty();
    }

    public sealed class Handler(CustomerCentreDb db, CurrentUser user, TimeProvider time) : IRequestHandler<Command, Result<Nothing>>
    {
        public Task<Result<Nothing>> Handle(Command command, CancellationToken cancellationToken) => db.InTransaction(async token =>
        {
            var draft = await db.Drafts.SingleOrDefaultAsync(draft => draft.Id == command.Id && draft.AccountId == user.Id, token);
            if (draft is null)
                return Result<Nothing>.NotFound;
            if (draft.FinishedAt is not null)
                return new Nothing();

            var number = CustomerNumber.TryParse(command.CustomerNumber);
            var customerId = await db.IssuedNumbers
                .Where(issued => number != null && issued.Number == number && db.Members.Any(m => m.CustomerId == issued.CustomerId && m.AccountId == user.Id))
                .Select(issued => (Guid?)issued.CustomerId).SingleOrDefaultAsync(token);
            draft.Finish(customerId, time.GetUtcNow());
            await db.SaveChangesAsync(token);
            return new Nothing();
        }, cancellationToken);
    }
}
