using CustomerCentre.Requests;
using FluentValidation;
using MediatR;

namespace CustomerCentre.Features.AccessRequests;

/// <summary>Who asked takes a pending request back; licences kept for it are free again.</summary>
public static class WithdrawRequest
{
    [Allow(Policies.SignedIn)]
    public sealed record Command(Guid Id) : IRequest<Result<Nothing>>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(command => command.Id).NotEmpty();
    }
}
