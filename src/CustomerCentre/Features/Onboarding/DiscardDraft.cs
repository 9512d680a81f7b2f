using CustomerCentre.Data;
using CustomerCentre.Requests;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Features.Onboarding;

/// <summary>Throws a half-done wizard away with everything typed. One that is finished or gone already stays as it is.</summary>
public static class DiscardDraft
{
    [Allow(Policies.SignedIn)]
    public sealed class Command : IRequest<Result<Nothing>>
    {
        public Guid Id { get; set; }

        /// <summary>The person has said yes to the question.</summary>
        public bool Confirms { get; set; }
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(command => command.Id).NotEmpty();
            RuleFor(command => command.Confirms).Equal(true);
        }
    }

    public sealed class Handler(CustomerCentreDb db, CurrentUser user) : IRequestHandler<Command, Result<Nothing>>
    {
        public Task<Result<Nothing>> Handle(Command command, CancellationToken cancellationToken) => db.InTransaction(async token =>
        {
            await db.Drafts.Where(draft => draft.Id == command.Id && draft.AccountId == user.Id && draft.FinishedAt == null).ExecuteDeleteAsync(token);
            return (Result<Nothing>)new Nothing();
        }, cancellationToken);
    }
}
