using CustomerCentre.Domain.Customers;
using CustomerCentre.Forms;
using CustomerCentre.Requests;
using CustomerCentre.Resources;
using FluentValidation;
using MediatR;

namespace CustomerCentre.Features.AccessRequests;

/// <summary>The operator approves or refuses a request for access.</summary>
public static class DecideRequest
{
    [Allow(Policies.OperatorAdministrator)]
    public sealed record Command(Guid Id, bool Approve, MemberRole? Role) : IRequest<Result<Nothing>>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(command => command.Id).NotEmpty();
            When(command => command.Approve, () => RuleFor(command => command.Role)
                .Required(() => AccessRequestsTexts.RoleRequired).IsInEnum().WithMessage(_ => AccessRequestsTexts.RoleRequired));
        }
    }
}
