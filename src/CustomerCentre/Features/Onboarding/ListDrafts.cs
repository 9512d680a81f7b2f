using CustomerCentre.Data;
using CustomerCentre.Domain.Access;
using CustomerCentre.Requests;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Features.Onboarding;

/// <summary>The half-done wizards of a person, the last touched first; those in which nothing was answered are left out.</summary>
public static class ListDrafts
{
    [Allow(Policies.SignedIn)]
    public sealed record Query : IRequest<Result<IReadOnlyList<Row>>>;

    /// <param name="Name">Name of the company if it was typed already.</param>
    /// <param name="Licences">How many licence numbers were typed.</param>
    public sealed record Row(Guid Id, OnboardingPath? Path, string? Name, int Licences, string Step, DateTimeOffset CreatedAt, DateTimeOffset TouchedAt);

    public sealed class Handler(CustomerCentreDb db, CurrentUser user) : IRequestHandler<Query, Result<IReadOnlyList<Row>>>
    {
        public async Task<Result<IReadOnlyList<Row>>> Handle(Query query, CancellationToken cancellationToken)
        {
            var drafts = await db.Drafts.AsNoTracking()
                .Where(draft => draft.AccountId == user.Id && draft.FinishedAt == null && draft.Answers != OnboardingDraft.NoAnswers)
                .OrderByDescending(draft => draft.TouchedAt).Take(OpenDraft.Most)
                .Select(draft => new { draft.Id, draft.Answers, draft.Step, draft.CreatedAt, draft.TouchedAt })
                .ToListAsync(cancellationToken);
            return drafts.Select(draft =>
            {
                var answers = DraftAnswers.Read(draft.Answers);
                var licences = answers.Products.Licences.Count(entry => !string.IsNullOrWhiteSpace(entry.Number));
                return new Row(draft.Id, answers.Start.Path, NameIn(answers), licences, draft.Step, draft.CreatedAt, draft.TouchedAt);
            }).ToList();
        }

        private static string? NameIn(DraftAnswers answers)
        {
            var company = answers.Details ?? answers.Company;
            var name = string.IsNullOrWhiteSpace(company.Name) ? $"{company.GivenName} {company.FamilyName}" : company.Name;
            return string.IsNullOrWhiteSpace(name) ? null : name.Trim();
        }
    }
}
