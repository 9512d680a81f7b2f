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

/// <summary>A manager invites somebody to work for the manager's own partner.</summary>
public static class InvitePartnerColleague
{
    [Allow(Policies.PartnerManager)]
    public sealed class Command : IRequest<Result<Nothing>>
    {
        public Guid Id { get; set; }
        public string Email { get; set; } = "";
        public PartnerRole? Role { get; set; }
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(command => command.Id).NotEmpty();
            RuleFor(command => command.Email).Cascade(CascadeMode.Stop).Required(() => PeopleTexts.EmailMissing).Email();
            RuleFor(command => command.Role).Must(role => role is { } chosen && Enum.IsDefined(chosen)).WithMessage(_ => PeopleTexts.RoleMissing);
        }
    }

    public sealed class Handler(CustomerCentreDb db, PartnerInviting inviting, CurrentUser user) : IRequestHandler<Command, Result<Nothing>>
    {
        public async Task<Result<Nothing>> Handle(Command command, CancellationToken cancellationToken)
        {
            var mine = await db.PartnerMembers.Where(m => m.AccountId == user.Id && m.Role == PartnerRole.Manager).Select(m => (Guid?)m.PartnerId).SingleOrDefaultAsync(cancellationToken);
            return mine is { } partner
                ? await inviting.Invite(command.Id, partner, EmailAddress.Parse(command.Email), command.Role!.Value, cancellationToken)
                : Result<Nothing>.Refused;
        }
    }
}
