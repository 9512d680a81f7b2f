using CustomerCentre.Data;
using CustomerCentre.Domain.Access;
using CustomerCentre.Requests;
using CustomerCentre.Resources;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Features.Onboarding;

/// <summary>Finds the wizard a person was in last, or begins one.</summary>
public static class OpenDraft
{
    /// <summary>Most half-done wizards of one account.</summary>
    public const int Most = 50;

    /// <param name="Id">Id of the draft if a new one is begun.</param>
    /// <param name="StartAnother">Begins one for a further company; an empty one that lies about is taken instead.</param>
    [Allow(Policies.SignedIn)]
    public sealed record Command(Guid Id, bool StartAnother = false) : IRequest<Result<Answer>>;

    public sealed record Answer(Guid Id, string Step);

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(command => command.Id).NotEmpty();
    }

    public sealed class Handler(CustomerCentreDb db, CurrentUser user, TimeProvider time) : IRequestHandler<Command, Result<Answer>>
    {
        public Task<Result<Answer>> Handle(Command command, CancellationToken cancellationToken) => db.InTransaction(async token =>
        {
            await db.HoldAccount(user.Id, token);
            var open = db.Drafts.Where(draft => draft.AccountId == user.Id && draft.FinishedAt == null);
            var last = await open.Where(draft => !command.StartAnother || draft.Id == command.Id || draft.Answers == OnboardingDraft.NoAnswers)
                .OrderByDescending(draft => draft.TouchedAt).FirstOrDefaultAsync(token);
            if (last is not null)
                return (Result<Answer>)new Answer(last.Id, last.Step);
            if (await open.CountAsync(token) >= Most)
                return Result<Answer>.Invalid("", OnboardingTexts.TooManyDrafts);

            var draft = new OnboardingDraft(command.Id, user.Id, time.GetUtcNow());
            db.Drafts.Add(draft);
            await db.SaveChangesAsync(token);
            return new Answer(draft.Id, draft.Step);
        }, cancellationToken);
    }
}
