using CustomerCentre.Data;
using CustomerCentre.Features.Registrations;
using CustomerCentre.Requests;
using FluentValidation;
using MediatR;

namespace CustomerCentre.Features.Onboarding;

/// <summary>Begins a wizard for a first product in which the licence of a partner's registration link is filled in already.</summary>
public static class OpenLinkedDraft
{
    [Allow(Policies.SignedIn)]
    public sealed class Command : IRequest<Result<Answer>>
    {
        /// <summary>Id of the draft.</summary>
        public Guid Id { get; set; }

        /// <summary>Token of the link.</summary>
        public string? Token { get; set; }
    }

    /// <param name="Address">The step to go on with.</param>
    public sealed record Answer(string Address);

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(command => command.Id).NotEmpty();
    }

    public sealed class Handler(CustomerCentreDb db, IMediator mediator) : IRequestHandler<Command, Result<Answer>>
    {
        public Task<Result<Answer>> Handle(Command command, CancellationToken cancellationToken) => db.InTransaction(async token =>
        {
            var licence = await mediator.Send(new ReadLinkedLicence.Query(command.Token), token);
            if (!licence.IsDone)
                return Result<Answer>.NotFound;
            var draft = await mediator.Send(new OpenDraft.Command(command.Id, StartAnother: true), token);
            if (!draft.IsDone)
                return Result<Answer>.Invalid(draft.Errors);

            var id = draft.Value.Id;
            await mediator.Send(KeepDraft.Command.Of(id, nameof(DraftAnswers.Start), new StartForm { Path = OnboardingPath.First }, Steps.Products), token);
            await mediator.Send(KeepDraft.Command.Of(id, nameof(DraftAnswers.Products), new ProductsForm { Licences = [licence.Value] }, Steps.Products), token);
            return (Result<Answer>)new Answer(Steps.Address(Steps.Products, id));
        }, cancellationToken);
    }
}
