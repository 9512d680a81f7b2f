using CustomerCentre.Data;
using CustomerCentre.Requests;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Features.Partners.People;

/// <summary>Takes an invitation back that nobody has accepted yet.</summary>
public static class CancelPartnerInvitation
{
    [Allow(Policies.SignedIn)]
    public sealed record Command(Guid Id) : IRequest<Result<Nothing>>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(command => command.Id).NotEmpty();
    }

    public sealed class Handler(CustomerCentreDb db, CurrentUser user, AuditTrail audit, TimeProvider time) : IRequestHandler<Command, Result<Nothing>>
    {
        public Task<Result<Nothing>> Handle(Command command, CancellationToken cancellationToken) => db.InTransaction(async token =>
        {
            var partners = db.PartnersManagedBy(user);
            var invitation = await db.PartnerInvitations
                .SingleOrDefaultAsync(i => i.Id == command.Id && i.AcceptedAt == null && partners.Any(partner => partner.Id == i.PartnerId), token);
            if (invitation is null)
                return Result<Nothing>.NotFound;
            await db.Cancel(invitation, time.GetUtcNow(), token);
            audit.Add("PartnerInvitationCancelled", subjectId: invitation.Id);
            await db.SaveChangesAsync(token);
            return (Result<Nothing>)new Nothing();
        }, cancellationToken);
    }
}
