using CustomerCentre.Data;
using CustomerCentre.Domain.Identifiers;
using CustomerCentre.Domain.Partners;
using CustomerCentre.Forms;
using CustomerCentre.Requests;
using CustomerCentre.Resources;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Features.Partners.People;

/// <summary>The operator invites a manager of a partner, who then invites the rest.</summary>
public static class InvitePartnerManager
{
    [Allow(Policies.OperatorAdministrator)]
    public sealed class Command : IRequest<Result<Nothing>>
    {
        public Guid Id { get; set; }
        public Guid PartnerId { get; set; }
        public string Email { get; set; } = "";
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(command => command.Id).NotEmpty();
            RuleFor(command => command.Email).Cascade(CascadeMode.Stop).Required(() => PeopleTexts.EmailMissing).Email();
        }
    }

    public sealed class Handler(CustomerCentreDb db, PartnerInviting inviting) : IRequestHandler<Command, Result<Nothing>>
    {
        public async Task<Result<Nothing>> Handle(Command command, CancellationToken cancellationToken) =>
            await db.Partners.AnyAsync(partner => partner.Id == command.PartnerId, cancellationToken)
                ? await inviting.Invite(command.Id, command.PartnerId, EmailAddress.Parse(command.Email), PartnerRole.Manager, cancellationToken)
                : Result<Nothing>.NotFound;
    }
}
