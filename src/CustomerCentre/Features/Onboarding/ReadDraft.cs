using CustomerCentre.Data;
using CustomerCentre.Requests;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Features.Onboarding;

/// <summary>A wizard as its owner left it.</summary>
public static class ReadDraft
{
    [Allow(Policies.SignedIn)]
    public sealed record Query(Guid Id) : IRequest<Result<Answer>>;

    /// <param name="Answers">A copy that forms may change; empty when the wizard is finished.</param>
    /// <param name="CustomerNumber">The number valid today of the customer the wizard led to, without spaces, while the person acts for it.</param>
    public sealed record Answer(Guid Id, DraftAnswers Answers, string Step, bool IsFinished, string? CustomerNumber, string Email);

    public sealed class Handler(CustomerCentreDb db, CurrentUser user) : IRequestHandler<Query, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(Query query, CancellationToken cancellationToken)
        {
            var found = await db.Drafts.AsNoTracking()
                .Where(draft => draft.Id == query.Id && draft.AccountId == user.Id)
                .Select(draft => new
                {
                    draft.Answers,
                    draft.Step,
                    draft.FinishedAt,
                    Number = db.IssuedNumbers.Where(number => number.CustomerId == draft.CustomerId && number.IsCurrent
                        && db.Members.Any(member => member.CustomerId == draft.CustomerId && member.AccountId == user.Id)).Select(number => number.Number).FirstOrDefault(),
                    Email = db.Users.Where(account => account.Id == user.Id).Select(account => account.Email).First(),
                })
                .SingleOrDefaultAsync(cancellationToken);
            return found is null
                ? Result<Answer>.NotFound
                : new Answer(query.Id, DraftAnswers.Read(found.Answers), found.Step, found.FinishedAt is not null, found.Number?.Value, found.Email ?? "");
        }
    }
}
