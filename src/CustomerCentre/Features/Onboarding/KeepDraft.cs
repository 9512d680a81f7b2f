using System.Text.Json.Nodes;
using CustomerCentre.Data;
using CustomerCentre.Domain.Access;
using CustomerCentre.Requests;
using CustomerCentre.Resources;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Features.Onboarding;

/// <summary>Keeps what stands in one section of a wizard, right or wrong: it is judged when the person goes on.</summary>
public static class KeepDraft
{
    /// <summary>A class, because licence numbers may stand in a section.</summary>
    [Allow(Policies.SignedIn)]
    public sealed class Command : IRequest<Result<Answer>>
    {
        public Guid Id { get; set; }

        /// <summary>Name of a property of <see cref="DraftAnswers"/>.</summary>
        public string Section { get; set; } = "";

        /// <summary>The whole section as JSON, by <see cref="DraftAnswers.Write"/>.</summary>
        public string Json { get; set; } = "null";

        /// <summary>The step to come back to.</summary>
        public string Step { get; set; } = Steps.Start;

        public static Command Of<T>(Guid id, string section, T value, string step) =>
            new() { Id = id, Section = section, Json = DraftAnswers.Write(value), Step = step };
    }

    /// <param name="At">When it was kept.</param>
    public sealed record Answer(DateTimeOffset At);

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(command => command.Id).NotEmpty();
            RuleFor(command => command.Section).Must(DraftAnswers.Sections.Contains);
            RuleFor(command => command.Json).NotNull().MaximumLength(DraftAnswers.SectionMaxLength).WithMessage(_ => OnboardingTexts.TooMuchText);
            RuleFor(command => command.Step).NotEmpty().MaximumLength(OnboardingDraft.StepMaxLength);
        }
    }

    public sealed class Handler(CustomerCentreDb db, CurrentUser user, TimeProvider time) : IRequestHandler<Command, Result<Answer>>
    {
        public Task<Result<Answer>> Handle(Command command, CancellationToken cancellationToken) => db.InTransaction(async token =>
        {
            var draft = await db.Drafts.SingleOrDefaultAsync(draft => draft.Id == command.Id && draft.AccountId == user.Id, token);
            if (draft is null)
                return Result<Answer>.NotFound;
            if (draft.FinishedAt is not null)
                return Result<Answer>.Invalid("", OnboardingTexts.AlreadyFinished);

            var answers = JsonNode.Parse(draft.Answers)!.AsObject();
            answers[command.Section] = JsonNode.Parse(command.Json);
            var now = time.GetUtcNow();
            draft.Keep(answers.ToJsonString(), command.Step, now);
            await db.SaveChangesAsync(token);
            return new Answer(now);
        }, cancellationToken);
    }
}
